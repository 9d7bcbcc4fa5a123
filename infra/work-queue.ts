import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { AlarmText } from './alarms.ts'
import { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'

export interface WorkQueueProps {
  platform: Platform
  /** How long a piece of work is hidden from others while it is worked on; longer than the function's timeout. */
  hidden: Duration
  /** How old the oldest piece of work may become before somebody is told. */
  patience: Duration
  late: AlarmText
  lost: AlarmText
  /** How often a piece of work is tried before it is put aside. */
  tries?: number
}

/** Work for one function: encrypted, tried a few times, then put aside where somebody is told of it. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly lost: LostWork

  constructor(scope: Construct, id: string, { platform, hidden, patience, late, lost, tries = 5 }: WorkQueueProps) {
    super(scope, id)
    const { encryptionKey, alarms } = platform
    this.lost = new LostWork(this, 'Lost', { platform, alarm: lost })
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      visibilityTimeout: hidden,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.lost.queue, maxReceiveCount: tries },
    })
    alarms.watch(this, 'Late', {
      ...late,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: patience.toSeconds(),
    })
  }

  /** What a function needs that puts work here. */
  sending(): PolicyStatement {
    return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })
  }

  /** What the function needs that the work is handed to; `postpones`: it says itself when what failed is to come back. */
  receiving({ postpones = false } = {}): PolicyStatement {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
    if (postpones) actions.push('sqs:ChangeMessageVisibility')
    return new PolicyStatement({ actions, resources: [this.queue.queueArn] })
  }

  /** Hands the work to the function; a failed piece comes back alone. `atOnce` is how many runs it may take, at least 2. */
  handTo(handler: IFunction, { batch, atOnce }: { batch: number; atOnce: number }): void {
    new EventSourceMapping(this, 'Work', {
      target: handler,
      eventSourceArn: this.queue.queueArn,
      batchSize: batch,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    })
  }
}
