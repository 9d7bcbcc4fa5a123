import * as z from 'zod/mini'
import { addDocument } from '../documents/add-document.ts'
import { shapeOf } from '../fields/schema.ts'
import type { Actor } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Snapshot } from '../register/record.ts'
import type { Transition, TransitionInput } from '../register/transition-rule.ts'
import type { AssetChange, AssetData, Disposal } from './data.ts'
import { lacksFreedom, lacksIncident } from './guards/any-asset.ts'
import { gap } from './guards/gap.ts'
import { taken } from './origins.ts'
import { type MarkRules, markTransitions } from './secrecy.ts'
import type { AssetKindName } from './sections.ts'
import { assetStates, statesBut } from './states.ts'
import { transitionFields } from './transition-fields.ts'
import { assetVocabularies } from './vocabulary.ts'

type Who<T> = (actor: Actor, snapshot: Snapshot<T>) => boolean
type Guard<T> = (data: T, call: TransitionInput<T>) => Missing[]

/** Who may move one kind of asset, and what each move requires of it. */
export interface LifecycleRules<T> {
  kind: AssetKindName
  /** Regional IT or Medicinsk service. */
  keeper: Who<T>
  /** The system owner; the keeper, where there is none. */
  owner: Who<T>
  /** Answers for it where it is used. */
  responsible: Who<T>
  /** Whether a source's value is one that the field may hold: what stood beside the record was never checked. */
  fits(field: string, value: unknown): boolean
  /** What a major change writes besides the change itself. */
  changed?(change: AssetChange): Partial<T>
  /** Who marks fields as secret. */
  marks: MarkRules<T>
  requires: {
    readonly [move in 'acquire' | 'introduce' | 'putInOperation' | 'phaseOut' | 'decommission' | 'dispose']: Guard<T>
  }
}

const idle = ['introduction', 'inOperation', 'outOfService', 'storage']
const live = statesBut('disposed')

/** Every move of an asset (domain model sections 4 and 10.27). */
export function assetTransitions<T extends AssetData>(rules: LifecycleRules<T>): { [name: string]: Transition<T> } {
  const { kind, keeper, owner, responsible, requires } = rules
  const either =
    (...who: Who<T>[]): Who<T> =>
    (actor, snapshot) =>
      who.some((one) => one(actor, snapshot))
  return {
    acquire: move(['planned'], 'acquisition', owner, { requires: requires.acquire }),
    introduce: move(['planned', 'acquisition'], 'introduction', keeper, { requires: requires.introduce }),
    putInOperation: move(['introduction', 'storage', 'outOfService'], 'inOperation', owner, {
      requires: requires.putInOperation,
      sets: ({ data, today }) => ({ inServiceAt: data.inServiceAt ?? today }),
      incoming: true,
    }),
    phaseOut: withInput(
      kind,
      'phaseOut',
      move(['inOperation'], 'phasingOut', either(owner, keeper), { requires: requires.phaseOut }),
    ),
    decommission: withInput(
      kind,
      'decommission',
      move(statesBut('disposed', 'decommissioned'), 'decommissioned', keeper, {
        requires: (data, call) => [...lacksFreedom(call.incoming), ...requires.decommission(data, call)],
        sets: ({ data, today }) => ({ decommissionedAt: data.decommissionedAt ?? today }),
        incoming: true,
      }),
    ),
    dispose: withInput(kind, 'dispose', move(['decommissioned'], 'disposed', keeper, { requires: requires.dispose })),
    store: move(others('storage'), 'storage', keeper),
    takeOutOfService: withInput(kind, 'takeOutOfService', move(others('outOfService'), 'outOfService', keeper)),
    reportMissing: withInput(kind, 'reportMissing', {
      ...move(statesBut('disposed', 'missing'), 'missing', either(keeper, owner, responsible), {
        requires: lacksIncident,
      }),
      apply: (call) => ({
        state: 'missing',
        data: { ...filled(call), stateBefore: call.snapshot.newest.state } as Partial<T>,
      }),
    }),
    recover: {
      from: ['missing'],
      who: either(keeper, owner, responsible),
      apply: ({ snapshot }) => ({
        state: snapshot.newest.data.stateBefore ?? 'storage',
        data: { stateBefore: undefined } as Partial<T>,
      }),
    },
    ...upkeep<T>(either(keeper, owner), either(keeper, owner, responsible), rules),
    ...marking(kind, rules.marks),
    addDocument: addDocument<T>(assetStates),
  }

  function others(state: string): string[] {
    return idle.filter((one) => one !== state)
  }
}

/** Moves that keep the state: a change, a look, a source's word taken, a note that it is still there. */
function upkeep<T extends AssetData>(
  edits: Who<T>,
  looks: Who<T>,
  { kind, changed, fits }: Pick<LifecycleRules<T>, 'kind' | 'changed' | 'fits'>,
): { [name: string]: Transition<T> } {
  const stay = (name: string, who: Who<T>, apply: Transition<T>['apply'], more: Partial<Transition<T>> = {}) =>
    withInput<T>(kind, name, { from: live, who, apply, ...more })
  return {
    recordChange: stay(
      'recordChange',
      edits,
      ({ snapshot, input, context }) => {
        const change = { at: context.today, ...input } as AssetChange
        const changes = [...(snapshot.newest.data.changes ?? []), change].slice(-100)
        return { data: { changes, ...changed?.(change) } as Partial<T> }
      },
      { from: statesBut('disposed', 'planned', 'acquisition'), requires: lacksChangeRisk },
    ),
    verify: stay(
      'verify',
      looks,
      ({ input, context }) => ({
        data: { lastVerifiedAt: context.today, ...input } as Partial<T>,
      }),
      {
        requires: ({ input, context }) =>
          String(input['lastVerifiedAt'] ?? '') > context.today ? [gap('/lastVerifiedAt', 'verifiedLater', 'S0')] : [],
      },
    ),
    takeSource: stay(
      'takeSource',
      edits,
      ({ snapshot, input }) => ({
        data: emptied(snapshot.newest.data, taken(snapshot.newest.data, input['fields'] as string[])),
      }),
      {
        requires: ({ snapshot, input }) => {
          const { sourceSays = {}, secretSourceSays = {} } = snapshot.newest.data
          const said = { ...sourceSays, ...secretSourceSays }
          return (input['fields'] as string[]).flatMap((field) => {
            const word = Object.hasOwn(said, field) ? said[field] : undefined
            if (!word) return [gap(`/${field}`, 'nothingSaid', '')]
            return fits(field, word.value ?? undefined) ? [] : [gap(`/${field}`, 'sourceValueWrong', '')]
          })
        },
      },
    ),
    keep: { from: live, who: looks, apply: () => ({ data: { unseen: undefined } as Partial<T> }) },
  }
}

/** Marks of secrecy, in whatever state the asset is. */
function marking<T extends AssetData>(kind: AssetKindName, rules: MarkRules<T>): { [name: string]: Transition<T> } {
  const moves = Object.entries(markTransitions(rules))
  return Object.fromEntries(
    moves.map(([name, made]) => [name, withInput<T>(kind, name, { from: assetStates, ...made })]),
  )
}

interface More<T> {
  requires?: Guard<T>
  sets?(now: { data: T; today: string }): Partial<AssetData>
  incoming?: true
}

function move<T extends AssetData>(
  from: readonly string[],
  state: string,
  who: Who<T>,
  more: More<T> = {},
): Transition<T> {
  const { requires, sets, incoming } = more
  return {
    from,
    who,
    ...(incoming && { incoming }),
    ...(requires && { requires: (call) => requires({ ...call.snapshot.newest.data, ...filled(call) } as T, call) }),
    apply: (call) => {
      const data = { ...call.snapshot.newest.data, ...filled(call) } as T
      return { state, data: { ...filled(call), ...sets?.({ data, today: call.context.today }) } as Partial<T> }
    },
  }
}

function withInput<T>(kind: AssetKindName, name: string, transition: Transition<T>): Transition<T> {
  const input = z.strictObject(shapeOf(transitionFields(kind, name), assetVocabularies))
  return { ...transition, input: input as unknown as z.ZodMiniType<{ [field: string]: unknown }> }
}

/** What the move's own answers make of the record's fields: an incident is added, a disposal is filled in. */
function filled<T extends AssetData>({
  input,
  snapshot,
}: TransitionInput<T>): Partial<AssetData> & { [field: string]: unknown } {
  const { incident, disposal, ...plain } = input as { incident?: object; disposal?: Disposal; [field: string]: unknown }
  const { newest } = snapshot
  return {
    ...plain,
    ...(incident && { incidentRefs: [...(newest.data.incidentRefs ?? []), incident] }),
    ...(disposal && { disposal: { ...newest.data.disposal, ...disposal } }),
  }
}

/** A major change, and one that bypasses protection, has its risk analysis (R23, R24). */
function lacksChangeRisk<T extends AssetData>({ input }: TransitionInput<T>): Missing[] {
  const { major, protectionBypass, riskAnalysisRef } = input as Partial<AssetChange>
  if (riskAnalysisRef || !(major || protectionBypass)) return []
  return [gap('/riskAnalysisRef', 'changeRiskAnalysis', 'HSLF40 3:5, S0')]
}

/** What a change leaves out is taken away: transitions only add. */
function emptied<T extends AssetData>(before: T, after: T): Partial<T> {
  const gone = Object.keys(before).filter((field) => !(field in after))
  return { ...after, ...Object.fromEntries(gone.map((field) => [field, undefined])) }
}
