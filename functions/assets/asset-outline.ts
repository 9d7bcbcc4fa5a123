import type { Field, FieldSection } from '../fields/field.ts'
import { linksOf } from '../fields/links.ts'
import type { Outline } from '../register/outline.ts'
import type { AssetData } from './data.ts'
import { tidyMac } from './identifier/mac-address.ts'
import { assetFilters, commonSorts, dueDates, facetsOf, isSortable, partitions } from './listing.ts'
import { assetPolicy, type AssetRoles } from './policy.ts'
import type { AssetKindName } from './sections.ts'
import { assetStates } from './states.ts'

/** What sets one kind of asset apart from the others for those who read it. */
export interface AssetOutlineSpec<T extends AssetData> extends AssetRoles<T> {
  name: AssetKindName
  plural: string
  prefix: string
  /** The form: every field of `data`. */
  sections: readonly FieldSection[]
  /** The field that says what sort it is, and its codes. */
  typeField: keyof T & string
  types: readonly string[]
  /** The fields with `list`, and what stands beside the form; a new one is added last, as `Outline.summary` says. */
  listed: readonly (keyof T & string)[]
  texts(data: T): readonly (string | undefined)[]
  exact(data: T): readonly (string | undefined)[]
  asExact?(q: string): string | undefined
}

/** How a kind of asset is read: common lists, words and policy, with what is its own. */
export function defineAssetOutline<T extends AssetData>(spec: AssetOutlineSpec<T>): Outline<T> {
  const fields = spec.sections.flatMap((section) => section.fields)
  const sortable = fields.filter((field) => field.list && isSortable(field))
  return {
    name: spec.name,
    plural: spec.plural,
    datable: true,
    prefix: spec.prefix,
    states: assetStates,
    hidden: ['disposed'],
    secrets: { ...secretsOf(fields), secretSourceSays: 'OSL 18:8' },
    policy: assetPolicy(spec),
    views: ({ newest }) => [{ set: 'main', record: newest }],
    sortName: (record) => record.data.name,
    summary: spec.listed,
    facets: (record) => facetsOf(record, spec.typeField),
    partitions: { main: partitions },
    filters: assetFilters(spec.types),
    sorts: [...new Set([...commonSorts, ...sortable.map(({ name }) => name)])],
    texts: (record) => [record.number, record.data.name, ...spec.texts(record.data)],
    exact: (record) => [record.number, ...spec.exact(record.data)],
    asExact: (q) => spec.asExact?.(q) ?? tidyMac(q),
    secretTexts: ({ data }) => (data.network ?? []).map(({ hostname }) => hostname),
    secretExact: ({ data }) => (data.network ?? []).flatMap(({ hostname, macAddress }) => [hostname, macAddress]),
    links: (data) => linksOf(fields, data),
    due: ({ data }) => dueDates(data),
  }
}

function secretsOf(fields: readonly Field[]): { [field: string]: string } {
  return Object.fromEntries(fields.flatMap(({ name, secret }) => (secret ? [[name, secret]] : [])))
}
