import { isDeepStrictEqual } from 'node:util'
import { activity } from '../processing/activity.ts'
import type { PlannedRow } from '../processing/import/plan.ts'
import type { RowOutcome } from '../processing/import/report-row.ts'
import type { Actor } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import { keys } from '../register/keys.ts'
import type { Store } from '../store/store.ts'

/**
 * What each planned row is to the register, and with `apply` its draft made. A row is known by its source and reference
 * (a unique row of the store), so that a second run finds the first one's drafts and leaves them alone.
 */
export async function importRows(
  rows: readonly PlannedRow[],
  register: { engine: Engine; store: Store; actor: Actor },
  apply: boolean,
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (const row of rows) outcomes.push(await importRow(row, register, apply))
  return outcomes
}

async function importRow(
  row: PlannedRow,
  { engine, store, actor }: { engine: Engine; store: Store; actor: Actor },
  apply: boolean,
): Promise<RowOutcome> {
  const { source, reference } = row.data.imported ?? { source: '', reference: '' }
  const key = keys.unique('imported', `${source}/${reference}`)
  const before = await earlier(row, engine, actor, (await store.get(key))?.body)
  if (before) return before
  if (!apply) return { row, outcome: 'new' }
  try {
    const { record } = await engine.create(activity, row.data, actor)
    return { row, outcome: 'created', id: record.id }
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error
    const meanwhile =
      error.code === 'already-exists' ? await earlier(row, engine, actor, (await store.get(key))?.body) : undefined
    const where = (error.extra.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
    return meanwhile ?? { row, outcome: 'failed', reason: [error.message, where].filter(Boolean).join(': ') }
  }
}

async function earlier(row: PlannedRow, engine: Engine, actor: Actor, id: unknown): Promise<RowOutcome | undefined> {
  if (typeof id !== 'string') return undefined
  const { record } = await engine.get(activity, id, actor)
  const same = isDeepStrictEqual(record.data.imported?.fields, row.data.imported?.fields)
  return { row, outcome: same ? 'unchanged' : 'source-changed', id }
}
