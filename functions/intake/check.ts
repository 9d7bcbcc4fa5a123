import type { Actor } from '../register/actor.ts'
import { nearestName } from './nearest-name.ts'
import { noCounts, type RowOutcome } from './outcome.ts'
import { createPageWriter } from './pages.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { type CheckTally, dropHalt, keepHalt, readHalt } from './halt.ts'
import type { UnknownName } from './job.ts'
import { batchesOf, breathe, type IntakeDeps, openEvaluator, type Work } from './work.ts'

const savedEveryRows = 5000
const unknownMost = 200

/**
 * Decides about every row without changing anything, and keeps what would happen in pages. Begins anew when it was cut short; when its time
 * is up, it keeps how far it has come and the next call goes on from there.
 * @returns whether the file has been checked to its end
 */
export async function checkImport(deps: IntakeDeps, work: Work, actor: Actor): Promise<boolean> {
  const { job } = work
  const halt = await readHalt(deps.files, job)
  const { evaluator, world } = await openEvaluator(deps, job, actor, halt && { memory: halt.memory })
  const pages = createPageWriter(deps.files, job, halt?.pages)
  const tally = createTally(halt?.tally)
  let done = 0
  try {
    for await (const rows of batchesOf(deps, job)) {
      if (halt && done < halt.done) {
        done += rows.length
        continue
      }
      for (const { outcome } of await evaluator.decide(rows)) {
        tally.add(outcome)
        await pages.add(outcome)
      }
      done += rows.length
      if (done % savedEveryRows < rows.length) await work.save({ progress: { done }, counts: { ...tally.counts } })
      await breathe(deps)
      if (deps.timeIsUp?.()) {
        await keepHalt(deps.files, job, {
          done,
          pages: await pages.end(),
          tally: tally.all(),
          memory: evaluator.memory(),
        })
        await work.save({ progress: { done }, counts: { ...tally.counts } })
        return false
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    await work.save({ state: 'failed', fault: { reason: error.reason, params: error.params } })
    return true
  }
  await work.save({
    state: 'checked',
    progress: { done, total: done },
    counts: tally.counts,
    pages: await pages.end(),
    cleared: tally.cleared,
    kept: tally.kept,
    unknown: tally.unknown(({ field }) => world.names(field)),
  })
  if (halt) await dropHalt(deps.files, job)
  return true
}

function createTally(before?: CheckTally) {
  const counts = { ...noCounts, ...before?.counts }
  const cleared: { [field: string]: number } = { ...before?.cleared }
  const kept: { [field: string]: number } = { ...before?.kept }
  const unknown = new Map(before?.unknown)
  const raise = (of: { [field: string]: number }, field: string) => (of[field] = (of[field] ?? 0) + 1)
  return {
    counts,
    cleared,
    kept,
    all: (): CheckTally => ({ counts, cleared, kept, unknown: [...unknown] }),
    add({ outcome, changes = [], faults = [] }: RowOutcome): void {
      counts[outcome]++
      for (const { field, effect } of changes) if (effect !== 'set') raise(effect === 'clear' ? cleared : kept, field)
      for (const { unknown: value, code } of faults) {
        if (value === undefined) continue
        const key = `${code}\n${value}`
        const known = unknown.get(key)
        if (known) known.rows++
        else if (unknown.size < unknownMost)
          unknown.set(key, { field: code, value, rows: 1, kind: code.replace(/^unknown-/, '') })
      }
    },
    unknown(namesOf: (of: { field: string }) => readonly string[]): UnknownName[] {
      return [...unknown.values()]
        .sort((left, right) => right.rows - left.rows)
        .map(({ field, value, rows, kind }) => {
          const suggestion = nearestName(value, namesOf({ field: kind }))
          return { field, value, rows, ...(suggestion && { suggestion }) }
        })
    },
  }
}
