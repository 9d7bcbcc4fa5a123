/** Figures of one piece of work, by name: `{ Checkpoints: 1, CheckpointSeconds: 4.2 }`. */
export type Figures = { readonly [name: string]: number }

/**
 * One line for the log from which CloudWatch takes figures (embedded metric format), with the service as their dimension. `beside` holds
 * identifiers and codes to look at, never content.
 */
export function metricLine(
  service: string,
  timeMs: number,
  figures: Figures,
  beside: { readonly [name: string]: unknown } = {},
): string {
  const Metrics = Object.keys(figures).map((Name) => ({ Name }))
  return JSON.stringify({
    _aws: {
      Timestamp: timeMs,
      CloudWatchMetrics: [{ Namespace: 'Forteckna', Dimensions: [['service']], Metrics }],
    },
    service,
    time: new Date(timeMs).toISOString(),
    ...beside,
    ...figures,
  })
}
