import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import type { Kind } from '../kind.ts'
import { withoutAbsent } from '../present.ts'
import { changedFields } from '../read/diff.ts'
import type { RecordOf, Snapshot } from '../record.ts'
import type { Change } from '../seal/revision.ts'
import type { Outcome } from '../transition-rule.ts'

/** A decided change, before it is sealed and committed: what the record becomes and how history will tell it. */
export interface Decision<T> {
  after: Snapshot<T>
  change: Change
  /** `registers`: everyone sees the new revision, which comes into force or, with `ends`, is the last one. */
  registers: boolean
  ends: boolean
}

interface Call<T> {
  kind: Kind<T & object>
  actor: Actor
  context: Context
  comment?: string
  /** Written by the product, not by the person in whose name it is saved: nothing of the past is taken back. */
  managed?: boolean
}

/** The first revision of a record. */
export function decideCreate<T extends object>(
  id: string,
  number: string | undefined,
  data: T,
  call: Call<T>,
  state = call.kind.initial,
): Decision<T> {
  const { kind, actor, context, comment } = call
  const complete = withDerived(kind, data, context, state)
  const orgUnitId = kind.orgUnitId(complete)
  const newest: RecordOf<T> = {
    id,
    kind: kind.name,
    ...(number && { number }),
    revision: 1,
    state,
    ...(orgUnitId && { orgUnitId }),
    createdAt: context.now,
    createdBy: actor.personId,
    updatedAt: context.now,
    updatedBy: actor.personId,
    data: complete,
  }
  const changed = changedFields({}, complete)
  const change = { at: context.now, by: actor.personId, ...(comment && { comment }), changed }
  return { after: { newest }, change, registers: false, ends: false }
}

/** A save of `data` in a state that may be edited; the state stays unless another is given. */
export function decideUpdate<T extends object>(
  before: Snapshot<T>,
  data: T,
  call: Call<T>,
  state?: string,
): Decision<T> {
  return decide(before, { data, ...(state && { state }) }, call, { replaces: true })
}

/** What a transition's outcome makes of the record. */
export function decideTransition<T extends object>(
  before: Snapshot<T>,
  name: string,
  outcome: Outcome<T>,
  number: string | undefined,
  call: Call<T>,
): Decision<T> {
  return decide(before, outcome, call, { transition: name, number })
}

interface How {
  replaces?: boolean
  transition?: string
  number?: string
}

function decide<T extends object>(before: Snapshot<T>, outcome: Outcome<T>, call: Call<T>, how: How): Decision<T> {
  const { kind, actor, context, comment } = call
  const old = before.newest
  const merged = how.replaces
    ? replaced(call, old.data, outcome.data as T)
    : withoutAbsent({ ...old.data, ...outcome.data })
  const data = withDerived(kind, merged, context, outcome.state ?? old.state)
  const revision = old.revision + 1
  const { proposed, names: _names, data: _data, registeredRevision, orgUnitId: _unit, ...envelope } = old
  const orgUnitId = kind.orgUnitId(data)
  const kept = outcome.proposed === undefined ? proposed : (outcome.proposed ?? undefined)
  const inForce = outcome.registers ? revision : registeredRevision
  const newest: RecordOf<T> = {
    ...envelope,
    ...(how.number && { number: how.number }),
    revision,
    state: outcome.state ?? old.state,
    ...(inForce && { registeredRevision: inForce }),
    ...(orgUnitId && { orgUnitId }),
    updatedAt: context.now,
    updatedBy: actor.personId,
    ...(kept && { proposed: kept }),
    ...(outcome.remarks && { remarks: outcome.remarks }),
    data,
  }
  const change: Change = {
    at: context.now,
    by: actor.personId,
    ...(how.transition && { transition: how.transition }),
    ...(comment && { comment }),
    ...(outcome.editorial && { editorial: true }),
    changed: changedFields(old.data, data),
  }
  const registered = outcome.registers ? newest : before.registered
  return {
    after: { newest, ...(registered && { registered }) },
    change,
    registers: !!outcome.registers,
    ends: !!outcome.ends,
  }
}

function replaced<T extends object>({ kind, managed }: Call<T>, before: T, data: T): T {
  return kind.settle && !managed ? kind.settle(before, data) : data
}

function withDerived<T extends object>(kind: Kind<T>, data: T, context: Context, state: string): T {
  return kind.derive ? withoutAbsent({ ...data, ...kind.derive(data, context, state) }) : data
}
