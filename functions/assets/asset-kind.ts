import type { Field, FieldSection } from '../fields/field.ts'
import { linksOf } from '../fields/links.ts'
import { type Actor, holds, holdsAnywhere, holdsOnly } from '../register/actor.ts'
import { defineKind, type Kind } from '../register/kind.ts'
import type { AssetData } from './data.ts'
import { assetStates, assetTransitions } from './lifecycle.ts'
import { assetSchema, besideFields, fieldsOf } from './schema.ts'

/** What sets one kind of asset apart from the others. */
export interface AssetKindSpec<T extends AssetData> {
  name: string
  plural: string
  prefix: string
  /** First letter of the asset number. */
  letter: string
  /** The form: every field of `data`. */
  sections: readonly FieldSection[]
  /** Fields a list shows besides the common ones. */
  summary: readonly (keyof T & string)[]
  /** The role that keeps assets of this kind, and whose scope it must lie within. */
  keeperRole: string
  /** Others who may edit: the owner of an application. */
  owns?(actor: Actor, data: T): boolean
  facets?(data: T): { [facet: string]: readonly string[] }
  filters?: Kind<T>['filters']
  texts(data: T): readonly (string | undefined)[]
  exact(data: T): readonly (string | undefined)[]
  unique?(data: T): { scope: string; value: string }[]
}

/** A kind of asset: common lifecycle, numbers, lists and policy, with what is its own. */
export function defineAssetKind<T extends AssetData>(spec: AssetKindSpec<T>): Kind<T> {
  const edits = (actor: Actor, data: T) => keeps(actor, spec.keeperRole, data) || (spec.owns?.(actor, data) ?? false)
  const fields = fieldsOf(spec.sections)
  const named = (has: (field: Field) => unknown) => fields.filter((field) => has(field)).map(({ name }) => name)
  return defineKind<T>({
    name: spec.name,
    plural: spec.plural,
    prefix: spec.prefix,
    number: {
      series: () => spec.letter,
      format: (sequence) => `${spec.letter}-${String(sequence).padStart(5, '0')}`,
      when: 'created',
    },
    schema: assetSchema<T>(spec.sections),
    initial: 'planned',
    states: assetStates,
    editable: assetStates.filter((state) => state !== 'disposed'),
    hidden: ['disposed'],
    managed: [...named((field) => field.managed), ...besideFields],
    secrets: {
      ...Object.fromEntries(fields.flatMap(({ name, secret }) => (secret ? [[name, secret]] : []))),
      secretSourceSays: 'OSL 18:8',
    },
    transitions: assetTransitions<T>((actor, { newest }) => edits(actor, newest.data)),
    policy: {
      view: (actor) => (readsContents(actor) ? 'newest' : undefined),
      create: edits,
      edit: (actor, { newest }) => edits(actor, newest.data),
      secret: (actor, record) => edits(actor, record.data) || holds(actor, 'dpo', record.orgUnitId),
      main: (actor) => (readsContents(actor) ? 'all' : 'none'),
    },
    orgUnitId: (data) => data.usingOrgUnitIds?.[0],
    missing: () => [],
    views: ({ newest }) => [{ set: 'main', record: newest }],
    sortName: (record) => record.data.name,
    summary: ['name', 'usingOrgUnitIds', 'responsiblePersonId', 'personalData', ...spec.summary],
    facets: ({ state, data }) => ({
      state: [state],
      unit: data.usingOrgUnitIds ?? [],
      responsible: data.responsiblePersonId ? [data.responsiblePersonId] : [],
      ...spec.facets?.(data),
    }),
    filters: {
      state: { type: 'facet', values: assetStates },
      orgUnit: { type: 'unit', of: 'unit' },
      responsible: { type: 'facet' },
      ...spec.filters,
    },
    sorts: ['name', 'number', 'updatedAt'],
    texts: (record) => [record.number, record.data.name, ...spec.texts(record.data)],
    exact: (record) => [record.number, ...spec.exact(record.data)],
    links: (data) => linksOf(fields, data),
    due: () => [],
    unique: (record) => spec.unique?.(record.data) ?? [],
  })
}

/** Holds the keeping role over a unit that uses the asset; anywhere, while no unit is named. */
function keeps(actor: Actor, role: string, { usingOrgUnitIds = [] }: AssetData): boolean {
  if (usingOrgUnitIds.length === 0) return holdsAnywhere(actor, role)
  return usingOrgUnitIds.some((unit) => holds(actor, role, unit))
}

/** Everybody reads assets but those who are there for the platform alone (domain model sections 6 and 10.24). */
function readsContents(actor: Actor): boolean {
  return !holdsOnly(actor, 'platformAdmin')
}
