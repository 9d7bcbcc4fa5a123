import { ConditionFailed, type Item, type Write } from '../store/store.ts'
import { addresseeOf, addressHash, type Addressee, type Silence } from './address.ts'
import { compose } from './compose.ts'
import { languageOf } from './language.ts'
import { type Claim, type Mail, mailKeys, type SettledMail } from './mail.ts'
import { NotSent } from './post.ts'
import type { MailDeps } from './mail-deps.ts'

/** For so long a sender that took a mail is left alone with it. */
export const claimMs = 10 * 60 * 1000
const keptDays = 90
const attempts = 4

/** Somebody else is sending this mail, or began to and nobody knows yet whether it went. */
export class BeingSent extends Error {
  override name = 'BeingSent'
}

/**
 * Sends one mail of the outbox and notes that it is sent; one that is not there any more has been. A sender first takes the
 * mail, so that of two only one sends. When it is not known whether the post took the letter, nobody tries again until the
 * post has said so or the claim is old.
 * @throws BeingSent, NotSent, or what the store or the post throws: to be tried again later
 */
export async function deliver(deps: MailDeps, id: string): Promise<SettledMail['outcome'] | 'gone'> {
  const { store, post, origin, report } = deps
  const pending = await store.get(mailKeys.pending(id))
  if (!pending) return 'gone'
  const mail = pending.body as unknown as Mail
  const to = await addresseeOf(deps, mail, (personId, why) => passedOver(deps, mail, personId, why))
  if (!to) {
    await settle(deps, mail, { outcome: 'nobody' })
    report({ what: 'mailToNobody', mail: id })
    return 'nobody'
  }
  const language = await languageOf(store, to.personId)
  const claim = await take(deps, id, to)
  try {
    await post.send(compose(mail, language, origin), to.address, id)
  } catch (error) {
    if (error instanceof NotSent) await release(deps, claim)
    throw error
  }
  await settle(deps, mail, { outcome: 'sent', ...claim.to, language })
  return 'sent'
}

/** Notes what became of a mail and takes it out of the outbox. Harmless when somebody else has. */
export async function settle(
  { store, now, newId }: Pick<MailDeps, 'store' | 'now' | 'newId'>,
  mail: Mail,
  outcome: Pick<SettledMail, 'outcome' | 'sentTo' | 'address' | 'language'>,
): Promise<void> {
  const settledAt = now()
  const expiresAt = Math.floor(Date.parse(settledAt) / 1000) + keptDays * 24 * 60 * 60
  const body = { ...mail, settledAt, ...outcome }
  const writes: Write[] = [
    { delete: mailKeys.pending(mail.id), if: 'exists' },
    { delete: mailKeys.claim(mail.id) },
    { put: { ...mailKeys.settled(mail.id), body, expiresAt } },
  ]
  const token = newId()
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.commit(writes, token)
    } catch (error) {
      if (error instanceof ConditionFailed) return
      if (attempt === attempts) throw error
    }
  }
}

async function take(
  { store, now, newId }: MailDeps,
  id: string,
  { personId, address }: Addressee,
): Promise<{ id: string; version: number; to: Pick<Claim, 'sentTo' | 'address'> }> {
  const key = mailKeys.claim(id)
  const standing = await store.get(key)
  const since = (standing?.body as unknown as Claim | undefined)?.at
  if (since !== undefined && Math.abs(Date.parse(now()) - Date.parse(since)) < claimMs) throw new BeingSent(id)
  const version = (standing?.version ?? 0) + 1
  const body: Claim = { at: now(), sentTo: personId, address: addressHash(address) }
  const claimed: Item = { ...key, version, body: { ...body } }
  const before = standing ? { version: standing.version ?? 0 } : ('absent' as const)
  try {
    // The mail may have been settled since it was read; whoever takes it then would send it again.
    const waiting: Write = { check: mailKeys.pending(id), if: 'exists' }
    await store.commit([{ put: claimed, if: before }, waiting], newId())
  } catch (error) {
    throw error instanceof ConditionFailed ? new BeingSent(id, { cause: error }) : error
  }
  return { id, version, to: { sentTo: personId, address: body.address } }
}

/** Certainly not sent: the next may try at once. */
async function release({ store, newId, report }: MailDeps, { id, version }: { id: string; version: number }) {
  const key = mailKeys.claim(id)
  await store.commit([{ delete: key, if: { version } }], newId()).catch((error: unknown) => {
    report({ what: 'mailClaimLeft', mail: id, error })
  })
}

function passedOver({ report }: MailDeps, { id }: Mail, personId: string, why: Silence): void {
  report({ what: 'personNotWrittenTo', mail: id, person: personId, why })
}
