import { randomUUID } from 'node:crypto'
import { ConditionFailed, type Key, type Store } from '../store/store.ts'
import { newSecret } from './secret.ts'

/** Where the key of a person stands. */
export function stashKeyAt(personId: string): Key {
  return { pk: `stash#${personId}`, sk: 'head' }
}

/**
 * The key under which browsers keep what a person has written and not yet saved: 256 bits, base64url. Only who is signed in as the
 * person is given it, so nothing can be read in a browser that has been left (decision 36).
 */
export async function stashKeyOf(store: Store, personId: string): Promise<string> {
  const at = stashKeyAt(personId)
  const kept = (await store.get(at))?.body
  if (typeof kept === 'string') return kept
  const made = newSecret()
  try {
    await store.commit([{ put: { ...at, body: made }, if: 'absent' }], randomUUID())
    return made
  } catch (error) {
    if (error instanceof ConditionFailed && typeof error.current?.body === 'string') return error.current.body
    throw error
  }
}
