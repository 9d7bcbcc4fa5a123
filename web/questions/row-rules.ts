type Row = { [name: string]: unknown }

const safeguards = ['scc46_2c', 'bcr47', 'adHoc46_3', 'publicInstrument46_2a', 'codeOrCert46_2ef']
const derogations = ['derogation49_1', 'compelling49_1_2']

/** Attributes of a row that belong to it only after another answer in the same row. */
const rules: { [path: string]: (row: Row) => boolean } = {
  'transfers.dpfVerifiedAt': (row) => row['mechanism'] === 'dpf45',
  'transfers.tiaRef': (row) => safeguards.includes(String(row['mechanism'])),
  'transfers.art49Documentation': (row) => derogations.includes(String(row['mechanism'])),
  'transfers.recurring': (row) => derogations.includes(String(row['mechanism'])),
  'retentionRules.min': (row) => row['period'] !== undefined,
  'retentionRules.trigger': (row) => row['action'] !== 'preserve',
  'retentionRules.period': (row) => row['action'] !== 'preserve',
  'purposes.legalBases.variant': (row) => row['basis'] === 'e',
}

/** Whether an attribute is asked for in this row; one that is answered always is. */
export function isAsked(path: string, row: Row): boolean {
  const name = path.split('.').at(-1)!
  return row[name] !== undefined || (rules[path]?.(row) ?? true)
}

const order: { [path: string]: readonly string[] } = {
  retentionRules: ['categories', 'period', 'min', 'trigger', 'criterion', 'action', 'exception', 'support'],
}

/** The attributes of a row in the order in which people answer them. */
export function inOrder<T extends { name: string }>(path: string, fields: readonly T[]): T[] {
  const names = order[path] ?? []
  const place = (field: T): number => (names.includes(field.name) ? names.indexOf(field.name) : fields.length)
  return fields.toSorted((a, b) => place(a) - place(b))
}
