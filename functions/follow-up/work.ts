import type { ReadingCore } from '../reading-core.ts'
import type { Report } from '../mail/mail-deps.ts'
import { createRoster } from '../mail/roster.ts'
import type { MailQueue } from './mail-queue.ts'
import { createStreamHandler, type StreamHandler } from './stream-handler.ts'

/** The follow-up worker over a register: the same on AWS and on a machine of one's own. */
export function createFollowUp({ deps, directory }: ReadingCore, queue: MailQueue, report: Report): StreamHandler {
  const { store, engine, now } = deps
  const newId = () => deps.newId('m')
  return createStreamHandler(() => ({
    store,
    now,
    newId,
    report,
    queue,
    roster: createRoster({ engine, directory, now }),
  }))
}
