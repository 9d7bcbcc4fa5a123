import type { Actor } from '../register/actor.ts'
import { nearestName } from './nearest-name.ts'
import { noCounts, type RowOutcome } from './outcome.ts'
import { createPageWriter } from './pages.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import type { UnknownName } from './job.ts'
import { batchesOf, breathe, type IntakeDeps, openEvaluator, type Work } from './work.ts'

const savedEveryRows = 5000
const unknownMost = 200

/** Decides about every row without changing anything, and keeps what would happen in pages. Begins anew when it was cut short. */
export async function checkImport(deps: IntakeDeps, work: Work, actor: Actor): Promise<void> {
  const { job } = work
  const { evaluator, world } = await openEvaluator(deps, job, actor)
  const pages = createPageWriter(deps.files, job)
  const tally = createTally()
  let done = 0
  try {
    for await (const rows of batchesOf(deps, job)) {
      for (const { outcome } of await evaluator.decide(rows)) {
        tally.add(outcome)
        await pages.add(outcome)
      }
      done += rows.length
      if (done % savedEveryRows < rows.length) await work.save({ progress: { done }, counts: { ...tally.counts } })
      await breathe(deps)
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return work.save({ state: 'failed', fault: { reason: error.reason, params: error.params } })
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
}

function createTally() {
  const counts = { ...noCounts }
  const cleared: { [field: string]: number } = {}
  const kept: { [field: string]: number } = {}
  const unknown = new Map<string, UnknownName & { kind: string }>()
  const raise = (of: { [field: string]: number }, field: string) => (of[field] = (of[field] ?? 0) + 1)
  return {
    counts,
    cleared,
    kept,
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
