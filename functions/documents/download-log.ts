import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import { dayOf } from '../register/core.ts'
import { keys } from '../register/keys.ts'

/** Logs who is given which document, before it is handed over; throws when that fails, so that nothing leaves unlogged. */
export async function logDownload(
  { store, now, newId }: Deps,
  { personId }: Actor,
  record: { kind: string; id: string },
  n: number,
): Promise<void> {
  const at = now()
  const token = newId('rd')
  const body = { at, by: personId, kind: record.kind, ids: [record.id], fields: [`documents/${n}`] }
  await store.commit([{ put: { ...keys.readLog(dayOf(at), `${at}#${token}`), body }, if: 'absent' }], token)
}
