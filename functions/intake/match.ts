import type { Actor } from '../register/actor.ts'
import { keys as registerKeys } from '../register/keys.ts'
import type { RecordOf } from '../register/record.ts'
import { fold } from './read/fold.ts'
import type { RegisterAccess } from './register-access.ts'
import { keyText, type RowKey } from './row-keys.ts'
import { createRowTable } from './row-table.ts'
import type { IntakeTarget, MatchRule } from './target.ts'

/** Which record a row is about: none, one, or several that cannot be told apart. */
export interface Match {
  record?: RecordOf<object>
  /** Numbers (or ids) of the records that all fit. */
  several?: string[]
  /** A number of the register's own that no record has. */
  unknownNumber?: string
}

/** Among which records rows are matched, and how. */
export interface Matching {
  target: IntakeTarget
  /** In the order in which they are tried. */
  rules: readonly MatchRule[]
  source: string
  actor: Actor
  /** Ids of the records of the kind that go by a name. */
  named?(name: string): string[]
}

/** Finds the record of each row: the first rule that finds any decides. */
export async function matchKeys(
  keys: readonly (readonly RowKey[])[],
  matching: Matching,
  register: RegisterAccess,
): Promise<Match[]> {
  const { target, rules, actor } = matching
  const ids: string[][] = keys.map(() => [])
  const records = new Map<string, RecordOf<object>>()
  for (const { id } of rules) {
    const open = keys.flatMap((own, at) => {
      const key = ids[at]?.length === 0 ? own.find(({ rule }) => rule.id === id) : undefined
      return key ? [{ at, key }] : []
    })
    if (open.length === 0) continue
    const hits = await candidates(
      open.map(({ key }) => key),
      matching,
      register,
    )
    const wanted = [...new Set(hits.flat())].filter((id) => !records.has(id))
    for (const [id, record] of await register.records(target.kind, wanted, actor)) records.set(id, record)
    for (const [index, { at, key }] of open.entries())
      ids[at] = (hits[index] ?? []).filter((id) => fits(records.get(id), key, target))
  }
  return keys.map((own, at) => {
    const found = (ids[at] ?? []).flatMap((id) => records.get(id) ?? [])
    if (found.length > 1) return { several: found.map(({ number, id }) => number ?? id) }
    if (found[0]) return { record: found[0] }
    const number = own.find(({ rule }) => rule.by === 'number')?.values[0]
    return number ? { unknownNumber: number } : {}
  })
}

async function candidates(keys: readonly RowKey[], { target, source, named }: Matching, register: RegisterAccess) {
  const values = keys.map((key) => key.values[0] ?? '')
  if (keys[0]?.rule.by === 'name') return values.map((value) => named?.(value) ?? [])
  if (keys[0]?.rule.by !== 'external') return register.exact(target.kind, values)
  const holders = await register.holders(values.map((value) => ({ scope: 'external', value: `${source}/${value}` })))
  return holders.map((id) => (id?.startsWith(`${target.kind.prefix}_`) ? [id] : []))
}

/** The record found exactly by the first value has it in the right field, and all the others. */
function fits(record: RecordOf<object> | undefined, { rule, values }: RowKey, target: IntakeTarget): boolean {
  if (!record) return false
  if (rule.by === 'external' || rule.by === 'name') return true
  if (rule.by === 'number') return fold(record.number ?? '') === fold(values[0] ?? '')
  return rule.columns.every((field, at) => {
    const stands = target.columns.find((column) => column.field === field)?.read(record.data)
    return typeof stands === 'string' && fold(stands) === fold(values[at] ?? '')
  })
}

/** 53 bits of a text, for memory's sake: a file may make a million claims. */
function shortOf(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2_654_435_761)
    high = Math.imul(high ^ code, 1_597_334_677)
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & high) + (low >>> 0)
}

/** Remembers which row was the first about each thing, so that a second one is told. */
export function createClaims(
  target: IntakeTarget,
  before: readonly [claim: number, row: number][] = [],
): {
  /** The row that came first, when there is one. */
  earlier(row: number, keys: readonly RowKey[], record: RecordOf<object> | undefined, data?: object): number | undefined
  all(): [claim: number, row: number][]
} {
  const claims = createRowTable()
  for (const [claim, row] of before) claims.add(claim, row)
  return {
    earlier(row, keys, record, data) {
      const own = record ? [`id ${record.id}`] : keys.filter(({ rule }) => rule.by !== 'external').map(keyText)
      const unique = data ? target.kind.unique({ data } as RecordOf<object>) : []
      const all = [...own, ...unique.map(({ scope, value }) => registerKeys.unique(scope, value).pk)].map(shortOf)
      const first = all.map((claim) => claims.get(claim)).find((earlier) => earlier !== undefined)
      for (const claim of all) claims.add(claim, row)
      return first
    },
    all: () => claims.all(),
  }
}
