import { type Field, fields, meaningOf } from './headings.ts'

/** Which column holds what. */
export interface Mapping {
  columns: Column[]
  /** Built-in sets that headings were known from. */
  sets: string[]
}

export interface Column {
  heading: string
  field: Field
  how: 'known' | 'guessed' | 'file' | 'unknown'
}

/** A mapping that a person wrote: heading to field, and the column whose value is each row's own key. */
export interface MappingFile {
  fields: { [heading: string]: Field }
  key?: string
}

/** A mapping file that says something that cannot be followed; `reason` names the sentence. */
export class BadMapping extends Error {
  override name = 'BadMapping'
  readonly reason: 'not-json' | 'no-fields' | 'unknown-field' | 'unknown-heading'
  readonly params: { [name: string]: string }
  constructor(reason: BadMapping['reason'], params: { [name: string]: string } = {}) {
    super(`the mapping file cannot be followed: ${reason}`)
    this.reason = reason
    this.params = params
  }
}

/** Meaning of each heading: the mapping file's word first, then the known sets, then the heading's own words. */
export function mapHeadings(headings: readonly string[], file?: MappingFile): Mapping {
  for (const heading of [...Object.keys(file?.fields ?? {}), ...(file?.key ? [file.key] : [])])
    if (!headings.includes(heading)) throw new BadMapping('unknown-heading', { heading })
  const sets = new Set<string>()
  const columns = headings.map((heading): Column => {
    const stated = file?.fields[heading]
    if (file?.key === heading) return { heading, field: 'reference', how: 'file' }
    if (stated) return { heading, field: stated, how: 'file' }
    const meaning = meaningOf(heading)
    if (!meaning) return { heading, field: 'keep', how: 'unknown' }
    if (file?.key && meaning.field === 'reference') return { heading, field: 'keep', how: 'guessed' }
    if (meaning.set) sets.add(meaning.set)
    return { heading, field: meaning.field, how: meaning.set ? 'known' : 'guessed' }
  })
  return { columns: onceOnly(columns), sets: [...sets] }
}

/** Whether the mapping gives a record anything beyond its source text. */
export function mapsSomething(mapping: Mapping): boolean {
  return mapping.columns.some(({ field }) => field !== 'keep' && field !== 'reference' && field !== 'language')
}

/** @throws BadMapping when the text is no mapping */
export function parseMapping(text: string): MappingFile {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) throw new BadMapping('not-json')
  const { fields: stated, key } = value as { fields?: unknown; key?: unknown }
  if (typeof stated !== 'object' || stated === null) throw new BadMapping('no-fields')
  for (const field of Object.values(stated))
    if (!fields.includes(field as Field))
      throw new BadMapping('unknown-field', { field: String(field), fields: fields.join(', ') })
  return { fields: stated as MappingFile['fields'], ...(typeof key === 'string' && { key }) }
}

/** The first column of a name, key or language counts; later ones of the same meaning stay source text. */
function onceOnly(columns: Column[]): Column[] {
  const seen = new Set<Field>()
  return columns.map((column) => {
    if (!['name', 'reference', 'language'].includes(column.field)) return column
    const known = columns.some(({ field, how }) => field === column.field && how !== 'guessed')
    if (seen.has(column.field) || (known && column.how === 'guessed')) return { ...column, field: 'keep' }
    seen.add(column.field)
    return column
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
