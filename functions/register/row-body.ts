import type { Item, Json } from '../store/store.ts'
import { sameJson } from './canonical.ts'
import type { Kind, RecordOf } from './kind.ts'

/** What a list row says: the record cut to its summary, its facets, and for working copies its search text. */
export interface RowBody {
  record: Omit<RecordOf<{ [field: string]: unknown }>, 'names' | 'proposed' | 'remarks'>
  facets: { [facet: string]: readonly string[] }
  text?: string
}

const envelope = [
  'number',
  'revision',
  'state',
  'registeredRevision',
  'orgUnitId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
] as const

/**
 * A row's body as stored: values by their place instead of by name, what its key says left out, so that a page of a list
 * costs few read units: [envelope, summary fields, facets that neither says, text].
 */
export function encodeRowBody<T extends object>(kind: Kind<T>, { record, facets, text }: RowBody): Json {
  const head = record as { [field: string]: unknown }
  return [
    envelope.map((field) => head[field] ?? null),
    kind.summary.map((field) => record.data[field] ?? null),
    unsaid(facets, facetsSaid(kind, record)),
    ...(text === undefined ? [] : [text]),
  ] as Json
}

/** The body of a row of the kind, as `encodeRowBody` was given it. */
export function decodeRowBody<T extends object>(kind: Kind<T>, { sk, body }: Item): RowBody {
  const [head, data, rest, text] = body as unknown as [unknown[], unknown[], RowBody['facets'], string?]
  const record = {
    id: sk.slice(sk.lastIndexOf('#') + 1).replace(/~$/, ''),
    kind: kind.name,
    ...named(envelope, head),
    data: named(kind.summary, data),
  } as RowBody['record']
  const facets = { ...facetsSaid(kind, record), ...rest }
  return { record, facets, ...(text !== undefined && { text }) }
}

/** The facets that the summary alone gives. */
function facetsSaid<T extends object>(kind: Kind<T>, record: RowBody['record']): RowBody['facets'] {
  return kind.facets(record as RecordOf<T>)
}

/** The facets that differ from those the summary gives. */
function unsaid(facets: RowBody['facets'], said: RowBody['facets']): RowBody['facets'] {
  const names = [...new Set([...Object.keys(facets), ...Object.keys(said)])]
  return Object.fromEntries(
    names.filter((name) => !sameJson(facets[name] ?? [], said[name] ?? [])).map((name) => [name, facets[name] ?? []]),
  )
}

function named(fields: readonly string[], values: readonly unknown[]): { [field: string]: unknown } {
  const object: { [field: string]: unknown } = {}
  for (const [at, field] of fields.entries())
    if (values[at] !== null && values[at] !== undefined) object[field] = values[at]
  return object
}
