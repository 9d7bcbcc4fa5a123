import { columnWords } from '../intake/sentences.ts'
import { type IntakeColumn, type IntakeTarget, type Language, ownColumns, type World } from '../intake/target.ts'
import type { RecordOf } from '../register/record.ts'

/** How records become rows: number and state first, then the fields, as an import of the same kind reads them. */
export interface TableForm {
  headings: string[]
  row(record: RecordOf<object>, world: World): string[]
  /** Kinds of records that columns name, with the ids a record names. */
  named(record: RecordOf<object>): { kind: string; id: string }[]
}

/** The columns of one kind, or of several together: then the kind stands first, and a field they share has one column. */
export function tableForm(
  targets: readonly IntakeTarget[],
  language: Language,
  fields?: ReadonlySet<string>,
): TableForm {
  const columns = sharedColumns(targets).filter(({ field }) => !fields || fields.has(field))
  const several = targets.length > 1
  const targetOf = new Map(targets.map((target) => [target.kind.name, target]))
  const own = [ownColumns.number, ownColumns.state].map((field) => columnWords(field)[language])
  return {
    headings: [
      ...(several ? [columnWords('kind')[language]] : []),
      ...own,
      ...columns.map(({ label }) => label[language]),
    ],
    row(record, world) {
      const target = targetOf.get(record.kind)
      const state = target?.states?.[record.state]?.[language] ?? record.state
      return [
        ...(several ? [target?.label[language] ?? record.kind] : []),
        record.number ?? '',
        state,
        ...columns.map(({ column }) => cellOf(column(record.kind), record, world, language)),
      ]
    },
    named: (record) =>
      columns.flatMap(({ column }) => {
        const own = column(record.kind)
        const value = own && own.names.length > 0 && !maskOf(record.data, own.top) ? own.read(record.data) : undefined
        return [value].flat().flatMap((id) => (typeof id === 'string' ? own!.names.map((kind) => ({ kind, id })) : []))
      }),
  }
}

function sharedColumns(targets: readonly IntakeTarget[]) {
  const byField = new Map<string, Map<string, IntakeColumn>>()
  for (const target of targets)
    for (const column of target.columns) {
      const kinds = byField.get(column.field) ?? new Map<string, IntakeColumn>()
      byField.set(column.field, kinds.set(target.kind.name, column))
    }
  return [...byField].map(([field, kinds]) => ({
    field,
    label: [...kinds.values()][0]!.label,
    column: (kind: string) => kinds.get(kind),
  }))
}

function cellOf(
  column: IntakeColumn | undefined,
  { data }: RecordOf<object>,
  world: World,
  language: Language,
): string {
  if (!column) return ''
  const mask = maskOf(data, column.top)
  return mask ? `[${mask}]` : column.write(column.read(data), world, language)
}

/** The provision that hides a member from the reader. */
function maskOf(data: object, member: string): string | undefined {
  const value = (data as { [member: string]: unknown })[member]
  const secrecy = typeof value === 'object' && value !== null ? (value as { secrecy?: unknown }).secrecy : undefined
  return typeof secrecy === 'string' ? secrecy : undefined
}
