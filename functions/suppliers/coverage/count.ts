import type { Line } from './item.ts'
import type { Asked, Reading } from './page.ts'
import { walkCoverage } from './walk.ts'
import type { CoverageStatus } from '../vocabulary.ts'

/** Pages that are counted in one request, at most. */
const mostPages = 60
const pageSize = 500

/** How many uses there are of each status; `more` when the walk was cut short. */
export interface CoverageCounts {
  counts: { [status in CoverageStatus]: number }
  more: boolean
}

/** Counts what coverage would list. */
export async function countCoverage(reading: Reading, asked: Omit<Asked, 'limit' | 'cursor'>): Promise<CoverageCounts> {
  const counts = { covered: 0, missing: 0, expired: 0, notYetValid: 0, wrongController: 0 }
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { lines, next }: { lines: Line[]; next?: string } = await walkCoverage(reading, {
      ...asked,
      limit: pageSize,
      ...(cursor && { cursor }),
    })
    for (const { judgement } of lines) counts[judgement.status]++
    if (!next) return { counts, more: false }
    cursor = next
  }
  return { counts, more: true }
}
