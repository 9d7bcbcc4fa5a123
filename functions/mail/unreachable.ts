import { personOutline } from '../directory/person-outline.ts'
import { systemActor } from '../directory/directory.ts'
import type { ReadingEngine } from '../register/api.ts'
import type { Store } from '../store/store.ts'
import { addressHash } from './address.ts'
import { type Unreachable, unreachablePeople } from './mail.ts'

const most = 1000

/** Active people whose present address is not written to, since a letter came back or was complained of. */
export async function peopleWithoutMail(store: Store, engine: ReadingEngine): Promise<{ id: string; name: string }[]> {
  const { items } = await store.query(unreachablePeople, { limit: most })
  const blocked = items.map(({ body }) => body as unknown as Unreachable)
  const people = await engine.getMany(
    personOutline,
    blocked.map(({ personId }) => personId),
    systemActor(),
  )
  return people
    .filter(({ id, state, data }) => {
      const address = blocked.find(({ personId }) => personId === id)?.address
      return state === 'active' && data.email !== undefined && addressHash(data.email) === address
    })
    .map(({ id, data }) => ({ id, name: data.displayName }))
}
