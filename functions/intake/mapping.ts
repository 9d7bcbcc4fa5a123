import type { FileColumn } from './read/table-file.ts'
import { createHeadingBook } from './headings.ts'
import { type IntakeColumn, type IntakeTarget, type MatchRule, ownColumns } from './target.ts'

/** What an empty cell does to a record that has a value. */
export const blankRules = ['keep', 'clear', 'refuse'] as const

export type BlankRule = (typeof blankRules)[number]

/** A column of the file and the field it fills; without a field it is not used. */
export interface ColumnChoice {
  position: number
  field?: string
  blank: BlankRule
}

/** Everything somebody decides about how a file becomes records. */
export interface Mapping {
  columns: ColumnChoice[]
  /** Ids of the rules by which rows are matched, in order. */
  rules: string[]
  /** `whole`: what the file does not name is gone from the source. */
  scope: 'part' | 'whole'
  /** What becomes of values set by hand. */
  manual: 'keep' | 'replace'
}

/** A mapping as it is remembered for a source: columns by their headings. */
export interface SavedMapping extends Omit<Mapping, 'columns'> {
  columns: { position: number; heading: string; field?: string; blank: BlankRule }[]
}

/** A mapping made ready for rows. */
export interface RowPlan {
  columns: { position: number; column: IntakeColumn; blank: BlankRule }[]
  own: { [field: string]: { position: number; blank: BlankRule } | undefined }
  /** Where the cell of each field stands. */
  cells: ReadonlyMap<string, { position: number; column?: IntakeColumn }>
  rules: MatchRule[]
}

/** What a new file's columns probably hold: as last time, else by their headings. */
export function proposeMapping(target: IntakeTarget, columns: readonly FileColumn[], saved?: SavedMapping): Mapping {
  const { meaning } = createHeadingBook(target)
  const taken = new Set<string>()
  const once = (field: string | undefined) => {
    if (field === undefined || taken.has(field) || !isField(target, field)) return undefined
    taken.add(field)
    return field
  }
  return {
    columns: columns.map(({ position, heading }) => {
      const before = saved && savedColumn(saved, position, heading)
      const field = once(before ? before.field : meaning(heading))
      return { position, ...(field && { field }), blank: before?.blank ?? blankOf(target, field) }
    }),
    rules: saved?.rules.filter((id) => target.rules.some((rule) => rule.id === id)) ?? target.rules.map(({ id }) => id),
    scope: saved?.scope ?? 'part',
    manual: saved?.manual ?? 'keep',
  }
}

/** Faults of a mapping: what it says of columns and fields that are not there, a field filled twice, no way to know a record again. */
export function mappingFaults(
  target: IntakeTarget,
  { columns, rules }: Mapping,
  file: readonly FileColumn[],
): { pointer: string; code: string }[] {
  const faults: { pointer: string; code: string }[] = []
  const seen = new Set<string>()
  for (const [at, { position, field }] of columns.entries()) {
    if (!file.some((column) => column.position === position))
      faults.push({ pointer: `/columns/${at}/position`, code: 'no-such-column' })
    if (field === undefined) continue
    if (!isField(target, field)) faults.push({ pointer: `/columns/${at}/field`, code: 'unknown-code' })
    else if (seen.has(field)) faults.push({ pointer: `/columns/${at}/field`, code: 'field-twice' })
    seen.add(field)
  }
  for (const [at, id] of rules.entries())
    if (!target.rules.some((rule) => rule.id === id)) faults.push({ pointer: `/rules/${at}`, code: 'unknown-code' })
  if (faults.length === 0 && planOf(target, { columns, rules }).rules.length === 0)
    faults.push({ pointer: '/rules', code: 'no-key-column' })
  return faults
}

/** The mapping made ready; rules whose columns the file lacks fall away. */
export function planOf(target: IntakeTarget, { columns, rules }: Pick<Mapping, 'columns' | 'rules'>): RowPlan {
  const used = columns.filter((choice) => choice.field !== undefined)
  const filled = new Set(used.map(({ field }) => field))
  const cells = new Map<string, { position: number; column?: IntakeColumn }>()
  for (const { position, field = '' } of used) {
    const column = target.columns.find((one) => one.field === field)
    if (!cells.has(field) && (column || field.startsWith('#')))
      cells.set(field, { position, ...(column && { column }) })
  }
  return {
    cells,
    columns: used.flatMap(({ position, field = '', blank }) => {
      const column = cells.get(field)?.column
      return column ? [{ position, column, blank }] : []
    }),
    own: Object.fromEntries(
      used
        .filter(({ field }) => field?.startsWith('#'))
        .map(({ field, position, blank }) => [field, { position, blank }]),
    ),
    rules: rules.flatMap((id) => {
      const rule = target.rules.find((one) => one.id === id)
      return rule?.columns.every((field) => filled.has(field)) ? [rule] : []
    }),
  }
}

function savedColumn({ columns }: SavedMapping, position: number, heading: string) {
  const same = columns.filter((column) => column.heading === heading)
  return same.find((column) => column.position === position) ?? same[0]
}

function blankOf(target: IntakeTarget, field: string | undefined): BlankRule {
  const required =
    field === ownColumns.key || target.columns.some((column) => column.field === field && column.required)
  return required ? 'refuse' : 'keep'
}

function isField(target: IntakeTarget, field: string): boolean {
  if (field === ownColumns.number) return true
  if (field === ownColumns.key) return target.keepsKeys
  if (field === ownColumns.state) return target.states !== undefined
  return target.columns.some((column) => column.field === field)
}
