import { metricLine } from '../http/metric-line.ts'
import type { CheckpointReport } from './checkpoint.ts'

const placesShown = 20

/** One line for the log: the head, figures, and where a record does not fit the head before; nothing of what records say. */
export function checkpointLine(
  { outcome, head, faults }: CheckpointReport,
  timeMs: number,
  durationMs: number,
): string {
  const { number, day, records, root } = head
  const figures = {
    Checkpoints: outcome === 'made' ? 1 : 0,
    CheckpointRecords: records,
    CheckpointFaults: faults.length,
    CheckpointSeconds: Math.round(durationMs / 100) / 10,
  }
  const places = faults.slice(0, placesShown).map(({ record, revision, problem }) => `${problem} ${record} ${revision}`)
  return metricLine('checkpoint', timeMs, figures, {
    outcome,
    number,
    day,
    root,
    ...(places.length > 0 && { faults: places }),
  })
}
