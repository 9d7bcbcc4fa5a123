import { person } from '../directory/person.ts'
import { systemActor } from '../directory/directory.ts'
import { compose, type Letter } from '../mail/compose.ts'
import { languageOf } from '../mail/language.ts'
import { type Mail, pendingMail, type SettledMail, settledMails, unreachablePeople } from '../mail/mail.ts'
import type { Engine } from '../register/api.ts'
import type { Store } from '../store/store.ts'
import { setAside } from './follow-changes.ts'

/** Somebody as the page shows them. */
export interface Shown {
  name: string
  address?: string
}

export interface ShownMail extends Letter {
  at: string
  outcome: SettledMail['outcome'] | 'waiting'
  to: Shown
  /** Whom it was for, when it went to another. */
  insteadOf?: Shown
}

/** What the outbox page shows. */
export interface SentMail {
  mails: ShownMail[]
  unreachable: Shown[]
  /** Changes whose follow-up work was given up. */
  aside: string[]
}

const most = 200

/** The newest mails, with names, addresses and words as they would have gone out. */
export async function sentMail(store: Store, engine: Engine, origin: string): Promise<SentMail> {
  const [waiting, settled, unreachable, aside] = await Promise.all([
    store.query(pendingMail, { limit: most, reverse: true }),
    store.query(settledMails, { limit: most, reverse: true }),
    store.query(unreachablePeople, { limit: most }),
    store.query(setAside, { limit: most }),
  ])
  const people = new Map<string, Promise<Shown>>()
  const shown = (id: string): Promise<Shown> => {
    const found = people.get(id) ?? shownPerson(engine, id)
    people.set(id, found)
    return found
  }
  const mails = [...waiting.items, ...settled.items]
    .map(({ body }) => body as unknown as Mail & Partial<SettledMail>)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, most)
  return {
    mails: await Promise.all(
      mails.map(async (mail) => {
        const { personId, sentTo = personId, language = await languageOf(store, sentTo), outcome = 'waiting' } = mail
        return {
          ...compose(mail, language, origin),
          at: mail.at,
          outcome,
          to: await shown(sentTo),
          ...(sentTo !== personId && { insteadOf: await shown(personId) }),
        }
      }),
    ),
    unreachable: await Promise.all(unreachable.items.map(({ sk }) => shown(sk))),
    aside: aside.items.map(({ sk }) => sk),
  }
}

async function shownPerson(engine: Engine, id: string): Promise<Shown> {
  const found = await engine.get(person, id, systemActor()).catch(() => undefined)
  if (!found) return { name: id }
  const { displayName, email } = found.record.data
  return { name: displayName, ...(email && { address: email }) }
}
