import * as z from 'zod/mini'
import { browsers, systems } from './device.ts'
import type { OpenSession } from './open-sessions.ts'

/** What is told of a session: all but whose it is. */
export const openSession = z.strictObject({
  id: z.string(),
  startedAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
  device: z.optional(z.strictObject({ browser: z.enum(browsers), system: z.enum(systems) })),
})

/** What is told when sessions have been ended. */
export const endedSessions = z.strictObject({ ended: z.int() })

/** A session as it is told of. */
export function shownSession({ id, session, endsAt }: OpenSession): z.infer<typeof openSession> {
  const { startedAt, seenAt, device } = session
  return { id, startedAt, seenAt, endsAt, ...(device && { device }) }
}
