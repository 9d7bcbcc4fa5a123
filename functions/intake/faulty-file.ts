import { delimited } from '../export/delimited.ts'
import type { Actor } from '../register/actor.ts'
import type { ImportJob } from './job.ts'
import { allRows } from './pages.ts'
import { learnNames } from './rows-page.ts'
import { columnWords } from './sentences.ts'
import { faultDetail } from './view.ts'
import { type IntakeDeps, targetOf } from './work.ts'
import { createNames } from './world.ts'

/**
 * The faulty rows as they stood, with the reasons in the last column, to be corrected and sent again: the headings of the file stay, and
 * the two columns that are added mean nothing when it is read.
 */
export function faultyFile(deps: IntakeDeps, job: ImportJob, actor: Actor): AsyncGenerator<string> {
  const { language } = actor
  const headings = [
    ...job.columns.map(({ heading }) => heading),
    columnWords('row')[language],
    columnWords('reasons')[language],
  ]
  return delimited(headings, faultyRows(deps, job, actor))
}

async function* faultyRows(deps: IntakeDeps, job: ImportJob, actor: Actor): AsyncGenerator<string[][]> {
  const target = targetOf(deps, job.kind)
  if (!target) return
  const world = createNames(deps, actor)
  for (const outcome of ['faulty', 'failed'] as const)
    for await (const rows of allRows(deps.files, job, outcome)) {
      await learnNames(world, rows, job.kind, target.columns)
      yield rows.map(({ row, cells = [], faults = [] }) => [
        ...job.columns.map(({ position }) => cells[position - 1] ?? ''),
        String(row),
        faults
          .map((fault) => {
            const heading = job.columns.find(({ position }) => position === fault.position)?.heading
            const detail = faultDetail(fault, target, actor.language, world)
            return heading ? `${heading}: ${detail}` : detail
          })
          .join(' '),
      ])
    }
}
