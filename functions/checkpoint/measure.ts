import type { CheckpointReport } from './checkpoint.ts'

const placesShown = 20

/** One line for the log, in CloudWatch's embedded metric format: no record's content, but where a record does not fit. */
export function checkpointLine(report: CheckpointReport, timeMs: number, durationMs: number): string {
  const { outcome, head, faults } = report
  const made = outcome === 'made' ? 1 : 0
  const metrics = ['Checkpoints', 'CheckpointRecords', 'CheckpointFaults', 'CheckpointSeconds']
  return JSON.stringify({
    _aws: {
      Timestamp: timeMs,
      CloudWatchMetrics: [
        { Namespace: 'Forteckna', Dimensions: [['service']], Metrics: metrics.map((Name) => ({ Name })) },
      ],
    },
    service: 'checkpoint',
    time: new Date(timeMs).toISOString(),
    outcome,
    number: head.number,
    day: head.day,
    root: head.root,
    Checkpoints: made,
    CheckpointRecords: head.records,
    CheckpointFaults: faults.length,
    CheckpointSeconds: Math.round(durationMs / 100) / 10,
    ...(faults.length > 0 && {
      faults: faults.slice(0, placesShown).map(({ record, revision, problem }) => `${problem} ${record} ${revision}`),
    }),
  })
}
