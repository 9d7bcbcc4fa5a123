import type { FieldError } from '../register/errors.ts'
import type { ImportPart } from './import-report.ts'

/** One row of an import, as it came. */
export type ImportRow = { readonly [field: string]: unknown }

/** A key of another record in a row: where it stands, and the field of the record it becomes. */
interface KeyField {
  from: string
  to: string
  of: 'unit' | 'person'
}

const keyFields: { readonly [part in ImportPart]: readonly KeyField[] } = {
  orgUnits: [
    { from: 'parentKey', to: 'parentId', of: 'unit' },
    { from: 'dpoUserId', to: 'dpoPersonId', of: 'person' },
  ],
  people: [{ from: 'unitKey', to: 'orgUnitId', of: 'unit' }],
  roleAssignments: [
    { from: 'userId', to: 'personId', of: 'person' },
    { from: 'scopeKey', to: 'scopeOrgUnitId', of: 'unit' },
  ],
}

/** Finds ids by key; undefined when nobody has the key. */
export interface KeyRing {
  unit(key: string): Promise<string | undefined>
  person(userId: string): Promise<string | undefined>
}

/** The row's own key: `key`, a person's user id, or what makes a role assignment the one it is. */
export function rowKey(part: ImportPart, row: ImportRow): string {
  const { key, userId, role, scopeKey, validFrom } = row
  if (part === 'people') return String(userId ?? '')
  if (part === 'orgUnits' || key !== undefined) return String(key ?? '')
  return [userId, role, scopeKey, validFrom].map((piece) => String(piece ?? '')).join('/')
}

/** The row as fields of its record, with keys turned into ids; faults for keys that lead nowhere, with pointers into the row. */
export async function fieldsOf(
  part: ImportPart,
  row: ImportRow,
  ring: KeyRing,
): Promise<{ fields: { [field: string]: unknown }; errors: FieldError[] }> {
  const errors: FieldError[] = []
  const replaced = new Set(keyFields[part].map(({ from }) => from))
  const { key: _key, ...rest } = row
  const fields: { [field: string]: unknown } = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !replaced.has(name)),
  )
  for (const { from, to, of } of keyFields[part]) {
    const key = row[from]
    if (key === undefined) continue
    const id = typeof key === 'string' ? await ring[of](key) : undefined
    if (id) fields[to] = id
    else errors.push({ pointer: `/${from}`, code: 'dangling-reference' })
  }
  if (part !== 'people') fields['externalKey'] = rowKey(part, row)
  return { fields, errors }
}

/** Faults of a record's fields as faults of the row: fields that came from keys are pointed at by the key's name. */
export function inRow(part: ImportPart, errors: readonly FieldError[]): FieldError[] {
  const names = new Map([
    ...keyFields[part].map(({ from, to }) => [`/${to}`, `/${from}`] as const),
    ['/externalKey', '/key'],
  ])
  return errors.map((error) => ({ ...error, pointer: names.get(error.pointer) ?? error.pointer }))
}

/** Units so that each comes after the one it stands under, as far as the rows have them; numbered as they came. */
export function parentsFirst(rows: readonly ImportRow[]): { row: ImportRow; number: number }[] {
  const numbered = rows.map((row, index) => ({ row, number: index + 1 }))
  const waiting = new Map(numbered.map((entry) => [rowKey('orgUnits', entry.row), entry]))
  const sorted: typeof numbered = []
  const place = (entry: (typeof numbered)[number], path: readonly string[]): void => {
    const key = rowKey('orgUnits', entry.row)
    if (!waiting.delete(key)) return
    const parent = waiting.get(String(entry.row['parentKey'] ?? ''))
    if (parent && !path.includes(key)) place(parent, [...path, key])
    sorted.push(entry)
  }
  for (const entry of numbered) {
    if (waiting.get(rowKey('orgUnits', entry.row)) === entry) place(entry, [])
    else if (!sorted.includes(entry)) sorted.push(entry)
  }
  return sorted
}
