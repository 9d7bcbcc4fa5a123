import { RegisterError } from '../../register/errors.ts'
import type { Kind } from '../../register/kind.ts'
import type { RecordOf } from '../../register/record.ts'
import { assetKinds } from '../asset-kinds.ts'
import { countItems } from '../bulk/change.ts'
import { type BulkCall, runBulk, targetsOf } from '../bulk/run.ts'
import type { CarriedOut, CarryOutDeps } from './due-plans.ts'
import { unitQuery } from './move.ts'
import { reorganisation, type ReorganisationData, type ReorganisationProgress } from './plan.ts'

const kinds = assetKinds as unknown as readonly Kind<object>[]

/** Carries out these plans, see `carryOutReorganisations`. */
export async function carryOutPlans(deps: CarryOutDeps, plans: readonly string[], today: string): Promise<CarriedOut> {
  const done: CarriedOut = { plans: 0, moved: 0, refused: 0 }
  for (const id of plans) {
    const outcome = await unlessTaken(carryOut(deps, id, today))
    if (outcome === 'timeIsUp') return { ...done, left: true }
    if (!outcome) continue
    done.plans++
    done.moved += outcome.changed
    done.refused += outcome.refused
  }
  return done
}

type Outcome = NonNullable<ReorganisationData['outcome']>

async function carryOut(deps: CarryOutDeps, id: string, today: string): Promise<Outcome | 'timeIsUp'> {
  const { engine, system } = deps
  let { record } = await engine.get(reorganisation, id, system)
  const move = async (transition: string, data: object): Promise<void> => {
    ;({ record } = await engine.transition(reorganisation, id, record.revision, { transition, data }, system))
  }
  for (let progress = record.data.progress; ;) {
    if (deps.timeIsUp?.()) return 'timeIsUp'
    const { changed = 0, refused = 0 } = progress ?? {}
    const actor = await deps.actorOf(record.createdBy)
    if (!actor) {
      const outcome: Outcome = { changed, refused, on: today, reason: 'plannerLeft' }
      await move('stop', { outcome })
      return outcome
    }
    const call: BulkCall = { engine, actor, now: { now: deps.now(), today }, tell: async () => '' }
    const counts = progress ? await step(call, record, progress) : { changed, refused }
    const next = progress && !progress.cursor ? undefined : await listed(call, record.data, progress?.cursor)
    if (!next) {
      await move('finish', { outcome: { ...counts, on: today } })
      return { ...counts, on: today }
    }
    progress = { ...counts, ...next }
    await move('advance', { progress })
  }
}

/** The records of the step: those that name the old unit no more were moved before the step was cut short. */
async function step(
  call: BulkCall,
  { data, createdAt }: RecordOf<ReorganisationData>,
  { ids, changed, refused }: ReorganisationProgress,
): Promise<{ changed: number; refused: number }> {
  const { from, to, at, comment } = data
  const name = (unit: string) => call.actor.tree.node(unit)?.name ?? unit
  const told = comment ?? `${at}: ${name(from)} → ${name(to)} (${createdAt.slice(0, 10)})`
  const { items } = await runBulk(call, kinds, { ids }, { move: { from, to } }, { dryRun: false, comment: told })
  const counts = countItems(items)
  return { changed: changed + counts.changed + counts.unchanged, refused: refused + counts.refused }
}

/** The next records that name the old unit. Undefined when there are none. */
async function listed(
  call: BulkCall,
  { from }: ReorganisationData,
  at: string | undefined,
): Promise<{ ids: string[]; cursor?: string } | undefined> {
  let cursor = at
  do {
    const { targets, next } = await targetsOf(call, kinds, { query: unitQuery(from), kinds }, cursor)
    if (targets.length > 0) return { ids: targets.map(({ id }) => id), ...(next && { cursor: next }) }
    cursor = next
  } while (cursor)
  return undefined
}

/** A plan that somebody else has just moved on, cancelled or changed is theirs. */
async function unlessTaken<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof RegisterError && ['revision-conflict', 'transition-refused'].includes(error.code))
      return undefined
    throw error
  }
}
