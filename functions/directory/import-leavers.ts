import { RegisterError } from '../register/errors.ts'
import type { ImportReport, RowResult } from './import-report.ts'
import type { ImportRun } from './import.ts'
import { loadPeople } from './load.ts'
import { person } from './person.ts'
import { treeOf } from './tree.ts'

/** A full feed that names a smaller part of those who were active before it is taken for broken. */
const leastNamed = 0.8

/**
 * Ends the active people that a full feed does not name, within the principals whose people it names, as far as the actor may.
 * Ends nobody when the feed names under 80 % of those who were there before it.
 */
export async function endUnnamed(
  run: ImportRun,
  results: readonly RowResult[],
): Promise<{ results: RowResult[]; endedNobody?: ImportReport['endedNobody'] }> {
  const tree = treeOf(run.nodes)
  const rootOf = (unit: string | undefined): string | undefined => (unit ? tree.path(unit).at(-1) : undefined)
  const named = new Set(results.filter(({ part }) => part === 'people').map(({ key }) => key.toLowerCase()))
  const active = await loadPeople(run.engine)
  const isNamed = (userId: string): boolean => named.has(userId.toLowerCase())
  const roots = new Set(active.filter(({ data }) => isNamed(data.userId)).map(({ data }) => rootOf(data.orgUnitId)))
  const fresh = new Set(results.filter(({ status }) => status === 'created').map(({ id }) => id))
  const concerned = active.filter(
    ({ id, data }) => !fresh.has(id) && data.orgUnitId && roots.has(rootOf(data.orgUnitId)),
  )
  const unnamed = concerned.filter(({ data }) => !isNamed(data.userId))
  const stay = concerned.length - unnamed.length
  if (stay < leastNamed * concerned.length)
    return { results: [], endedNobody: { named: stay, active: concerned.length } }
  const ended: RowResult[] = []
  for (const { id, revision, data } of unnamed) {
    const result = { part: 'people', key: data.userId, id } as const
    try {
      if (!run.dryRun) await run.engine.transition(person, id, revision, { transition: 'end' }, run.actor)
      ended.push({ ...result, status: 'ended' })
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error
      ended.push({ ...result, status: 'refused', code: error.code })
    }
  }
  return { results: ended }
}
