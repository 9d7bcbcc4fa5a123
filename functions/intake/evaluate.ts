import type { RecordOf } from '../register/record.ts'
import { type Decided, type Deciding, decideRow } from './decide.ts'
import { createClaims, type Match, matchKeys } from './match.ts'
import type { RowFault } from './outcome.ts'
import type { FileRow } from './read/table-file.ts'
import type { RegisterAccess } from './register-access.ts'
import { keysOf, type RowKey, textOf } from './row-keys.ts'
import type { Names } from './world.ts'

/** Decides about rows, batch after batch, in the order of the file. */
export interface Evaluator {
  decide(rows: readonly FileRow[]): Promise<Decided[]>
  /** What it remembers of the rows so far, for another to go on with. */
  memory(): EvaluatorMemory
}

/** What rows so far have been about, as JSON. */
export interface EvaluatorMemory {
  claims: [claim: number, row: number][]
  known?: [alike: string, name: string][]
}

/** Decides with one view of the world: rows must come in the order of the file, so that the first of two about the same thing counts. */
export function createEvaluator(
  deciding: Deciding & { world: Names },
  register: RegisterAccess,
  before?: EvaluatorMemory,
): Evaluator {
  const { target, plan, world } = deciding
  const claims = createClaims(target, before?.claims)
  let known = before?.known && new Map(before.known)
  const naming = plan.columns.filter(({ column }) => column.names.length > 0)
  return {
    async decide(rows) {
      for (const { column } of naming)
        for (const kind of column.names)
          await world.learn(kind, rows.map(({ cells }) => textOf(cells, plan, column.field)).filter(Boolean))
      const keys = rows.map((row) => keysOf(row, plan))
      const matches = await matchKeys(
        keys,
        { ...deciding, rules: plan.rules, named: (name) => world.idsOf(target.kind.name, name) },
        register,
      )
      const decided = rows.map((row, at) => decideOne(row, keys[at] ?? [], matches[at] ?? {}))
      if (!deciding.savesNow) await refuseTaken(decided, rows, deciding, register)
      refuseAlike(decided, rows)
      return decided
    },
    memory: () => ({ claims: claims.all(), ...(known && { known: [...known] }) }),
  }

  /** A new record whose name is another's in other words is no new record. */
  function refuseAlike(decided: Decided[], rows: readonly FileRow[]): void {
    if (!target.alike) return
    const { alike, kind } = target
    known ??= new Map(world.names(kind.name).map((name) => [alike(name), name]))
    for (const [at, one] of decided.entries()) {
      if (one.outcome.outcome !== 'new' || !one.outcome.name) continue
      const other = known.get(alike(one.outcome.name))
      if (other === undefined) known.set(alike(one.outcome.name), one.outcome.name)
      else decided[at] = refused({ outcome: one.outcome }, rows[at]!, [{ code: 'looks-like', params: { name: other } }])
    }
  }

  function decideOne(row: FileRow, keys: readonly RowKey[], match: Match): Decided {
    const decided = decideRow(row, keys[0], match.record, deciding)
    const found = matchFault(match)
    const first = claims.earlier(row.row, keys, match.record, decided.save?.data)
    const repeated: RowFault[] = first === undefined ? [] : [{ code: 'row-twice', params: { row: first } }]
    return refused(decided, row, [...found, ...repeated, ...(row.broken ? [{ code: 'broken-quotes' }] : [])])
  }
}

function matchFault({ several, unknownNumber }: Match): RowFault[] {
  if (several)
    return [{ code: 'several-matches', params: { count: several.length, numbers: several.slice(0, 5).join(', ') } }]
  return unknownNumber ? [{ code: 'unknown-number', value: unknownNumber }] : []
}

function refused(decided: Decided, row: FileRow, faults: readonly RowFault[]): Decided {
  if (faults.length === 0) return decided
  const { outcome } = decided
  const { changes: _, faults: own = [], ...known } = outcome
  return { outcome: { ...known, outcome: 'faulty', faults: [...own, ...faults], cells: row.cells } }
}

/** Values that another record holds alone already. */
async function refuseTaken(
  decided: Decided[],
  rows: readonly FileRow[],
  { target, plan }: Deciding,
  register: RegisterAccess,
): Promise<void> {
  const wanted = decided.flatMap(({ save }, at) =>
    save ? target.kind.unique({ data: save.data } as RecordOf<object>).map((key) => ({ at, key, own: save.id })) : [],
  )
  const holders = await register.holders(wanted.map(({ key }) => key))
  for (const [index, { at, key, own }] of wanted.entries()) {
    const holder = holders[index]
    const row = decided[at]
    if (holder === undefined || holder === own || !row) continue
    const column = plan.columns.find(
      ({ column: { read } }) =>
        typeof read(row.save?.data ?? {}) === 'string' &&
        key.value.endsWith(String(read(row.save?.data ?? {})).toLowerCase()),
    )
    const fault: RowFault = { code: 'taken', params: { id: holder }, ...(column && { position: column.position }) }
    const { changes: _, ...known } = row.outcome
    decided[at] = { outcome: { ...known, outcome: 'faulty', faults: [fault], cells: rows[at]?.cells ?? [] } }
  }
}
