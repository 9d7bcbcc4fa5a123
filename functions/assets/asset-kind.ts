import type { Field, FieldSection } from '../fields/field.ts'
import { linksOf } from '../fields/links.ts'
import { holdsAnywhere } from '../register/actor.ts'
import { defineKind, type Context, type Kind, type RecordOf } from '../register/kind.ts'
import type { FieldError, Missing } from '../register/errors.ts'
import type { AssetData } from './data.ts'
import { deriveAsset } from './derive.ts'
import { assetFilters, commonSorts, dueDates, facetsOf, isSortable, partitions } from './listing.ts'
import { countAssetFindings } from './findings.ts'
import type { JudgedAsset } from './findings/rule.ts'
import { assetTransitions, type LifecycleRules } from './lifecycle.ts'
import { edited } from './origins.ts'
import { assetPolicy, type AssetRoles, holdsFor, isResponsible } from './policy.ts'
import { assetSchema, besideFields, fieldsOf, fitsField } from './schema.ts'
import type { AssetKindName } from './sections.ts'
import { assetStates } from './states.ts'

/** What sets one kind of asset apart from the others. */
export interface AssetKindSpec<T extends AssetData> extends AssetRoles<T> {
  name: AssetKindName
  plural: string
  prefix: string
  /** First letter of the asset number. */
  letter: string
  keeper: 'regionalIt' | 'medTech'
  /** The form: every field of `data`. */
  sections: readonly FieldSection[]
  /** The field that says what sort it is, and its codes. */
  typeField: keyof T & string
  types: readonly string[]
  requires: LifecycleRules<T>['requires']
  changed?: LifecycleRules<T>['changed']
  check(data: T): FieldError[]
  derive?(data: T, context: Context): Partial<T>
  texts(data: T): readonly (string | undefined)[]
  exact(data: T): readonly (string | undefined)[]
  unique(data: T): { scope: string; value: string }[]
}

/** A kind of asset: common lifecycle, numbers, lists and policy, with what is its own. */
export function defineAssetKind<T extends AssetData>(spec: AssetKindSpec<T>): Kind<T> {
  const fields = fieldsOf(spec.sections)
  const names = (has: (field: Field) => unknown) => fields.filter((field) => has(field)).map(({ name }) => name)
  return defineKind<T>({
    name: spec.name,
    plural: spec.plural,
    datable: true,
    rememberedLinks: ['supplierIds'],
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
    managed: [...names((field) => field.managed), ...besideFields],
    secrets: { ...secretsOf(fields), secretSourceSays: 'OSL 18:8' },
    transitions: assetTransitions<T>(rulesOf(spec)),
    policy: assetPolicy(spec),
    orgUnitId: (data) => data.usingOrgUnitIds?.[0],
    check: (data) => spec.check(data),
    derive: (data, context, state) => {
      const derived = { ...deriveAsset(data, spec.keeper), ...spec.derive?.(data, context) }
      const judged = { kind: spec.name, state, data: { ...data, ...derived } as JudgedAsset['data'] }
      return { ...derived, findingCounts: countAssetFindings(judged, context) } as Partial<T>
    },
    settle: edited,
    missing: ({ newest }) => nextLacks(spec, newest),
    views: ({ newest }) => [{ set: 'main', record: newest }],
    sortName: (record) => record.data.name,
    summary: [...names((field) => field.list), 'externalIds', 'findingCounts'],
    facets: (record) => facetsOf(record, spec.typeField),
    partitions: { main: partitions },
    filters: assetFilters(spec.types),
    sorts: [...new Set([...commonSorts, ...names((field) => field.list && isSortable(field))])],
    texts: (record) => [record.number, record.data.name, ...spec.texts(record.data)],
    exact: (record) => [record.number, ...spec.exact(record.data)],
    secretTexts: ({ data }) => (data.network ?? []).map(({ hostname }) => hostname),
    secretExact: ({ data }) => (data.network ?? []).flatMap(({ hostname, macAddress }) => [hostname, macAddress]),
    links: (data) => linksOf(fields, data),
    due: ({ data }) => dueDates(data),
    unique: ({ data }) => [...spec.unique(data), ...(data.externalIds ?? []).map((one) => externalKey(one))],
  })
}

function rulesOf<T extends AssetData>(spec: AssetKindSpec<T>): LifecycleRules<T> {
  const keeper: LifecycleRules<T>['keeper'] = (actor, { newest }) => holdsFor(actor, spec.keeperRole, newest.data)
  const { leads, requires, changed } = spec
  return {
    keeper,
    owner: leads ? (actor, { newest }) => leads(actor, newest.data) : keeper,
    responsible: (actor, { newest }) =>
      isResponsible(actor, newest.data) ||
      (holdsAnywhere(actor, 'unitManager') && holdsFor(actor, 'unitManager', newest.data)),
    requires,
    marks: {
      keeperRole: spec.keeperRole,
      ...(spec.owns && { owns: spec.owns }),
      isMarkable: (name) =>
        name === 'documents' || fieldsOf(spec.sections).some((field) => field.name === name && isMarkable(field)),
    },
    fits: (field, value) => fitsField(spec.sections, field, value),
    ...(changed && { changed }),
  }
}

/** What the move that comes next still lacks, as far as the record itself tells. */
function nextLacks<T extends AssetData>({ requires }: AssetKindSpec<T>, { state, data }: RecordOf<T>): Missing[] {
  const alone = { snapshot: { newest: { state, data } }, incoming: undefined, input: {} }
  const lacks = (move: keyof typeof requires) => requires[move](data, alone as never)
  if (state === 'planned') return lacks('acquire').length > 0 ? lacks('acquire') : lacks('introduce')
  if (state === 'acquisition') return lacks('introduce')
  if (['introduction', 'storage', 'outOfService'].includes(state)) return lacks('putInOperation')
  if (state === 'decommissioned') return lacks('dispose')
  return []
}

/** Lists and links call a record by its name; what the product keeps is masked or open by itself. */
function isMarkable({ name, managed }: Field): boolean {
  return name !== 'name' && !managed
}

function secretsOf(fields: readonly Field[]): { [field: string]: string } {
  return Object.fromEntries(fields.flatMap(({ name, secret }) => (secret ? [[name, secret]] : [])))
}

function externalKey({ source, id }: { source: string; id: string }): { scope: string; value: string } {
  return { scope: 'external', value: `${source}/${id}` }
}
