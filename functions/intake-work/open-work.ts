import { createClock } from '../clock.ts'
import { createCore } from '../core.ts'
import { bucketOf } from '../files/bucket-of.ts'
import { metricLine } from '../http/metric-line.ts'
import { createIntake } from '../intake/intake.ts'
import { openSqsQueue } from '../intake/sqs-queue.ts'
import { createQueueRunner } from '../intake/work-queue.ts'
import { allTargets, intakeKinds } from '../intake-targets.ts'
import { openDynamoStore } from '../store/dynamodb.ts'
import { createMeter } from '../store/meter.ts'
import type { WorkHandlerOptions } from './handler.ts'
import { createPostpone } from './sqs-receipts.ts'

const defaultReceives = 3

/** What works on imports, from a Lambda's environment: TABLE_NAME, FILES_BUCKET, IMPORT_QUEUE_URL, and IMPORT_RECEIVES. Throws for one that is missing. */
export function openWork(environment: { readonly [name: string]: string | undefined }): WorkHandlerOptions {
  const required = (name: string): string => {
    const value = environment[name]
    if (!value) throw new Error(`${name} is not set`)
    return value
  }
  const url = required('IMPORT_QUEUE_URL')
  const meter = createMeter()
  const store = openDynamoStore({ table: required('TABLE_NAME'), meter })
  const clock = createClock(Date.now)
  const core = createCore({ store, clock, kinds: intakeKinds, files: bucketOf(environment) })
  const queue = openSqsQueue({ url })
  const intake = createIntake({
    core,
    targets: allTargets,
    kinds: intakeKinds,
    runner: () => createQueueRunner(queue),
  })
  return {
    deps: { ...intake.deps, tallies: intake.tallies, queue },
    meter,
    receives: Number(environment['IMPORT_RECEIVES'] ?? defaultReceives),
    postpone: createPostpone(url),
    report: (figures, beside) =>
      void process.stdout.write(`${metricLine('intake-work', clock.ms(), figures, beside)}\n`),
  }
}
