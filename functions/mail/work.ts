import type { ReadingCore } from '../reading-core.ts'
import type { Report } from './mail-deps.ts'
import type { Post } from './post.ts'
import { createMailHandler, type QueueHandler } from './queue-handler.ts'
import { createRoster } from './roster.ts'

/** The sender of mail over a register: the same on AWS and on a machine of one's own. */
export function createMailSender(
  { deps, directory }: ReadingCore,
  post: Post,
  origin: string,
  report: Report,
): QueueHandler {
  const { store, engine, now } = deps
  const newId = () => deps.newId('m')
  return createMailHandler(() => {
    const roster = createRoster({ engine, directory, now })
    return { store, engine, roster, post, origin, now, newId, report }
  })
}
