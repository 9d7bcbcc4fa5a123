import { settle } from './deliver.ts'
import { type Claim, type Mail, mailKeys, type SettledMail, type Unreachable } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'

/** What Amazon SES tells of a letter, as far as it is heeded. */
export interface PostEvent {
  eventType: string
  mail?: { tags?: { [name: string]: readonly string[] } }
  bounce?: { bounceType?: string }
}

/** What may stand in a log of what a message says. */
const eventTypes = ['Send', 'Reject', 'Bounce', 'Complaint', 'Delivery', 'DeliveryDelay', 'Rendering Failure']
const mailId = /^m_[0-9A-Z]{26}$/

/** Name of the tag that carries the mail's id. */
export const mailTag = 'mail'

/**
 * Heeds what became of a letter: that it was sent settles one whose sender did not live to note it; after a permanent
 * bounce or a complaint its address is not written to again. Events may come twice and in any order.
 */
export async function heed(deps: MailDeps, event: PostEvent): Promise<void> {
  const id = event.mail?.tags?.[mailTag]?.[0]
  const told = eventTypes.includes(event.eventType) ? event.eventType : '-'
  if (id === undefined || !mailId.test(id)) return deps.report({ what: 'letterOfAnother', event: told })
  if (event.eventType === 'Send' || event.eventType === 'Reject') return settleLate(deps, id, event.eventType)
  const what = unreachableBy(event)
  if (!what) return
  const sent = await addresseeOf(deps, id)
  if (!sent) return deps.report({ what: 'letterUnknown', mail: id, event: told })
  const body: Unreachable = { ...sent, what, at: deps.now() }
  await deps.store.commit([{ put: { ...mailKeys.unreachable(sent.personId), body: { ...body } } }], deps.newId())
  deps.report({ what: 'addressUnreachable', person: sent.personId, why: what })
}

function unreachableBy({ eventType, bounce }: PostEvent): Unreachable['what'] | undefined {
  if (eventType === 'Complaint') return 'complaint'
  return eventType === 'Bounce' && bounce?.bounceType === 'Permanent' ? 'bounce' : undefined
}

async function settleLate(deps: MailDeps, id: string, eventType: string): Promise<void> {
  const pending = await deps.store.get(mailKeys.pending(id))
  if (!pending) return
  const claim = await claimOf(deps, id)
  if (eventType === 'Reject') deps.report({ what: 'letterRejected', mail: id })
  await settle(deps, pending.body as unknown as Mail, {
    outcome: eventType === 'Send' ? 'sent' : 'rejected',
    ...(claim && { sentTo: claim.sentTo, address: claim.address }),
  })
}

/** To whom a letter went, and which address it had. */
async function addresseeOf(deps: MailDeps, id: string): Promise<{ personId: string; address: string } | undefined> {
  const claim = await claimOf(deps, id)
  if (claim) return { personId: claim.sentTo, address: claim.address }
  const settled = (await deps.store.get(mailKeys.settled(id)))?.body as unknown as SettledMail | undefined
  return settled?.sentTo && settled.address ? { personId: settled.sentTo, address: settled.address } : undefined
}

async function claimOf({ store }: MailDeps, id: string): Promise<Claim | undefined> {
  return (await store.get(mailKeys.claim(id)))?.body as unknown as Claim | undefined
}
