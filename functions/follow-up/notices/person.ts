import { spokenKey } from '../../http/spoken-language.ts'
import { stashKeyAt } from '../../http/stash-key.ts'
import { mailKeys } from '../../mail/mail.ts'
import type { Store } from '../../store/store.ts'
import type { Party, Step } from '../party.ts'

/** Nobody is told of a change of a person. What is kept of somebody beside the record goes when the person is erased (DSF 17). */
export async function personParties(
  store: Store,
  newId: () => string,
  { after, transition }: Step<object>,
): Promise<Party[]> {
  if (transition === 'erase') {
    const beside = [spokenKey(after.id), stashKeyAt(after.id), mailKeys.unreachable(after.id)]
    await store.commit(
      beside.map((key) => ({ delete: key })),
      newId(),
    )
  }
  return []
}
