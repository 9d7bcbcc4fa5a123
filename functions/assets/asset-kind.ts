import type { Field } from '../fields/field.ts'
import { type Actor, holdsAnywhere } from '../register/actor.ts'
import type { Context } from '../register/context.ts'
import type { FieldError, Missing } from '../register/errors.ts'
import { defineKind, type Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'
import { type AssetOutlineSpec, defineAssetOutline } from './asset-outline.ts'
import type { AssetData } from './data.ts'
import { deriveAsset } from './derive.ts'
import { countAssetFindings } from './findings.ts'
import type { JudgedAsset } from './findings/rule.ts'
import { assetTransitions, type LifecycleRules } from './lifecycle.ts'
import { edited } from './origins.ts'
import { holdsFor, isResponsible } from './policy.ts'
import { assetSchema, besideFields, fieldsOf, fitsField } from './schema.ts'
import { assetStates } from './states.ts'

/** What sets one kind of asset apart from the others when it is changed. */
export interface AssetRules<T extends AssetData> {
  /** First letter of the asset number. */
  letter: string
  keeper: 'regionalIt' | 'medTech'
  /** Decides that a system is acquired and put in operation: its owner. The keeper, where there is none. */
  leads?(actor: Actor, data: T): boolean
  requires: LifecycleRules<T>['requires']
  changed?: LifecycleRules<T>['changed']
  check(data: T): FieldError[]
  derive?(data: T, context: Context): Partial<T>
  unique(data: T): { scope: string; value: string }[]
}

type AssetKindSpec<T extends AssetData> = AssetOutlineSpec<T> & AssetRules<T>

/** A kind of asset: common lifecycle and numbers, with what is its own. */
export function defineAssetKind<T extends AssetData>(outline: AssetOutlineSpec<T>, rules: AssetRules<T>): Kind<T> {
  const spec = { ...outline, ...rules }
  const fields = fieldsOf(spec.sections)
  return defineKind<T>({
    ...defineAssetOutline(outline),
    rememberedLinks: ['supplierIds'],
    number: {
      series: () => spec.letter,
      format: (sequence) => `${spec.letter}-${String(sequence).padStart(5, '0')}`,
      when: 'created',
    },
    schema: assetSchema<T>(spec.sections),
    initial: 'planned',
    editable: assetStates.filter((state) => state !== 'disposed'),
    managed: [...fields.filter(({ managed }) => managed).map(({ name }) => name), ...besideFields],
    transitions: assetTransitions<T>(rulesOf(spec)),
    orgUnitId: (data) => data.usingOrgUnitIds?.[0],
    check: (data) => spec.check(data),
    derive: (data, context, state) => {
      const derived = { ...deriveAsset(data, spec.keeper), ...spec.derive?.(data, context) }
      const judged = { kind: spec.name, state, data: { ...data, ...derived } as JudgedAsset['data'] }
      return { ...derived, findingCounts: countAssetFindings(judged, context) } as Partial<T>
    },
    settle: edited,
    missing: ({ newest }) => nextLacks(spec, newest),
    unique: ({ data }) => [...spec.unique(data), ...(data.externalIds ?? []).map((one) => externalKey(one))],
  })
}

function rulesOf<T extends AssetData>(spec: AssetKindSpec<T>): LifecycleRules<T> {
  const keeper: LifecycleRules<T>['keeper'] = (actor, { newest }) => holdsFor(actor, spec.keeperRole, newest.data)
  const { leads, requires, changed } = spec
  return {
    kind: spec.name,
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

function externalKey({ source, id }: { source: string; id: string }): { scope: string; value: string } {
  return { scope: 'external', value: `${source}/${id}` }
}
