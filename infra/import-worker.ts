import { Construct } from 'constructs'
import type { FilesBucket } from './files-bucket.ts'
import { chunkTimeout, chunkTries, importAlarm, type ImportQueue } from './import-queue.ts'
import type { Platform } from './platform.ts'
import { Schedule } from './schedule.ts'
import { ServiceFunction } from './service-function.ts'

const service = 'intake-work'

/** Reads uploaded tables and works off imports, chunk by chunk: a failed chunk is tried again alone. At night it moves what reorganisations move. */
export class ImportWorker extends Construct {
  constructor(scope: Construct, id: string, props: { platform: Platform; files: FilesBucket; imports: ImportQueue }) {
    super(scope, id)
    const { platform, files, imports } = props
    const { handler, role } = new ServiceFunction(this, 'Function', {
      platform,
      service,
      alarm: importAlarm,
      timeout: chunkTimeout,
      memoryMb: 1769,
      environment: {
        FILES_BUCKET: files.bucketName,
        IMPORT_QUEUE_URL: imports.queue.queueUrl,
        IMPORT_RECEIVES: String(chunkTries),
      },
      reach: {
        table: 'register',
        keyThrough: ['s3', 'sqs'],
        statements: [imports.receiving({ postpones: true }), imports.sending()],
      },
    })
    files.open(role, 'imports/')
    platform.alarms.watchCount(this, 'Faults', { service, name: 'ImportFaults', ...importAlarm })
    imports.handTo(handler, { batch: 1, atOnce: platform.stage.chunkRuns })
    new Schedule(this, 'Sweep', {
      platform,
      expression: 'rate(15 minutes)',
      target: { arn: imports.queue.queueArn, input: { step: 'sweep' }, statement: imports.sending() },
      lost: imports.lost,
    })
    new Schedule(this, 'Reorganisations', {
      platform,
      // Before the nightly pass, since what is moved decides who is told; again in case a message is lost.
      expression: 'cron(0/20 1-4 * * ? *)',
      target: { arn: imports.queue.queueArn, input: { step: 'reorganise' }, statement: imports.sending() },
      lost: imports.lost,
    })
    platform.alarms.watchCount(this, 'Forgotten', {
      service,
      name: 'ImportsForgotten',
      impact: 'An import stood still for up to a quarter of an hour, since its message was lost; it goes on now.',
      action:
        'Should it ring again and again: look at the errors of SQS in the log of intake, and at the import itself.',
    })
  }
}
