import { hashOf } from '../http/secret.ts'
import { personOutline } from '../directory/person-outline.ts'
import type { ReadingEngine } from '../register/api.ts'
import { systemActor } from '../directory/directory.ts'
import type { Store } from '../store/store.ts'
import type { Roster } from './roster.ts'
import { type Mail, mailKeys, type Unreachable } from './mail.ts'

/** Whom a mail goes to. */
export interface Addressee {
  personId: string
  address: string
}

/** Why somebody is not written to. */
export type Silence = 'unknown' | 'ended' | 'noAddress' | 'bounce' | 'complaint'

/**
 * The person the mail is for, or, when that person has ended or has no address that takes mail, the nearest data protection
 * coordinator of the record's unit. Undefined when there is neither; `passedOver` is told of each one passed over.
 */
export async function addresseeOf(
  deps: { store: Store; engine: ReadingEngine; roster: Roster },
  mail: Mail,
  passedOver: (personId: string, why: Silence) => void,
): Promise<Addressee | undefined> {
  const instead = async () =>
    (await deps.roster.holders('dpCoordinator', mail.orgUnitId ? [mail.orgUnitId] : [])).filter(
      (id) => id !== mail.personId,
    )
  for (const candidates of [async () => [mail.personId], instead]) {
    for (const personId of await candidates()) {
      const found = await reach(deps, personId)
      if (typeof found === 'object') return found
      passedOver(personId, found)
    }
  }
  return undefined
}

/** What stands for an address in rows, so that none holds it in clear. */
export function addressHash(address: string): string {
  return hashOf(address.toLowerCase())
}

async function reach(
  { store, engine }: { store: Store; engine: ReadingEngine },
  personId: string,
): Promise<Addressee | Silence> {
  const [record] = await engine.getMany(personOutline, [personId], systemActor())
  if (!record) return 'unknown'
  if (record.state !== 'active') return 'ended'
  const { email } = record.data
  if (!email) return 'noAddress'
  const blocked = (await store.get(mailKeys.unreachable(personId)))?.body as unknown as Unreachable | undefined
  return blocked?.address === addressHash(email) ? blocked.what : { personId, address: email }
}
