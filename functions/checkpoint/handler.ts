import { type CheckpointDeps, makeCheckpoint } from './checkpoint.ts'
import { checkpointLine } from './measure.ts'

export interface HandlerDeps extends CheckpointDeps {
  /** Writes one line to the log. */
  log(line: string): void
}

/**
 * What the schedule calls at night, as often as it likes. Whatever fails is thrown, so that the platform tries again, puts the event
 * aside at last, and the alarm rings.
 */
export function createCheckpointHandler(deps: HandlerDeps): () => Promise<void> {
  return async () => {
    const started = performance.now()
    const report = await makeCheckpoint(deps)
    deps.log(checkpointLine(report, Date.parse(deps.now()), performance.now() - started))
  }
}
