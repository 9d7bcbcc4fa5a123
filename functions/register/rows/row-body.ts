import type { Item } from '../../store/store.ts'
import { sameJson } from '../canonical.ts'
import { idAt } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { RecordOf } from '../record.ts'
import { signsOf } from './facet-signs.ts'
import { pack, unpack } from './pack.ts'
import { likelyText } from './sort-key.ts'

/** What a list row says: the record cut to its summary, its facets, and for working copies its search text. */
export interface RowBody {
  record: Omit<RecordOf<{ [field: string]: unknown }>, 'names' | 'proposed' | 'remarks'>
  facets: { [facet: string]: readonly string[] }
  text?: string
}

/** Stands between the signs of a row's facets and what it says. */
const signsEnd = '|'

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
 * A record's rows as stored, by their sort keys: values by their place instead of by name, what the key says left out, so that
 * a page of a list costs few read units: the signs of its facets, the envelope, the text, the facets that neither envelope nor
 * summary says, the summary's fields; these last, since a release may add to them.
 */
export function rowEncoder<T extends object>(
  kind: Outline<T>,
  { record, facets, text }: RowBody,
): (sk: string) => string {
  const head = record as { [field: string]: unknown }
  const rest = unsaid(facets, facetsSaid(kind, record))
  const values = [
    ...envelope.map((field) => head[field]),
    text,
    rest.length > 0 ? rest : undefined,
    ...kind.summary.map((field) => record.data[field]),
  ]
  const signs = signsOf(facets) + signsEnd
  return (sk) => signs + pack(values, likelyName(sk))
}

/** Whether a row may have some of the facet values with these signs; when not, it need not be decoded. */
export function mayHave({ body }: Item, signs: ReadonlySet<string>): boolean {
  const said = body as string
  for (let at = 0; said[at] !== signsEnd; at++) if (signs.has(said[at] as string)) return true
  return false
}

/** On the row itself: a weak map of thousands of rows a request makes each of the collector's rounds ten times as long. */
const decoded = Symbol('decoded')

/** The body of a row of the kind, as `rowEncoder` was given it. A row is checked first and shown later, but decoded once. */
export function decodeRowBody<T extends object>(kind: Outline<T>, row: Item & { [decoded]?: RowBody }): RowBody {
  return (row[decoded] ??= decode(kind, row))
}

function decode<T extends object>(kind: Outline<T>, { sk, body }: Item): RowBody {
  const text = body as string
  const values = unpack(text.slice(text.indexOf(signsEnd) + 1), likelyName(sk))
  const head = fill({ id: idAt(sk), kind: kind.name }, envelope, values, 0)
  const words = values[envelope.length] as string | undefined
  const rest = (values[envelope.length + 1] ?? []) as string[]
  head['data'] = fill({}, kind.summary, values, envelope.length + 2)
  const record = head as unknown as RowBody['record']
  const said = facetsSaid(kind, record)
  const facets = rest.length > 0 ? { ...said, ...facetsIn(rest) } : said
  return { record, facets, ...(words !== undefined && { text: words }) }
}

/** What the record is probably called, from where its row stands in a list. */
function likelyName(sk: string): string {
  return likelyText(sk.slice(0, sk.indexOf('#')))
}

/** The facets that the summary alone gives. */
function facetsSaid<T extends object>(kind: Outline<T>, record: RowBody['record']): RowBody['facets'] {
  return kind.facets(record as RecordOf<T>)
}

/** The facets that differ from those the summary gives, as `name=value`; a facet without a value as `name=`. */
function unsaid(facets: RowBody['facets'], said: RowBody['facets']): string[] {
  const names = [...new Set([...Object.keys(facets), ...Object.keys(said)])]
  return names
    .filter((name) => !sameJson(facets[name] ?? [], said[name] ?? []))
    .flatMap((name) => (facets[name]?.length ? facets[name] : ['']).map((value) => `${name}=${value}`))
}

function facetsIn(texts: readonly string[]): { [facet: string]: string[] } {
  const facets: { [facet: string]: string[] } = {}
  for (const text of texts) {
    const end = text.indexOf('=')
    const values = (facets[text.slice(0, end)] ??= [])
    if (end < text.length - 1) values.push(text.slice(end + 1))
  }
  return facets
}

/** Puts the values that stand from `from` on into an object, each under its field; absent ones are left out. */
function fill(
  object: { [field: string]: unknown },
  fields: readonly string[],
  values: readonly unknown[],
  from: number,
): { [field: string]: unknown } {
  for (let at = 0; at < fields.length; at++) {
    const value = values[from + at]
    if (value !== undefined) object[fields[at] as string] = value
  }
  return object
}
