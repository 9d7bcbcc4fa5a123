import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { AlarmText } from './alarms.ts'
import type { Platform } from './platform.ts'

/** Where work lies that could not be done, for two weeks, with an alarm for the first piece of it. */
export class LostWork extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, { platform, alarm }: { platform: Platform; alarm: AlarmText }) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: platform.encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    platform.alarms.watch(this, 'Any', {
      ...alarm,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
    })
  }

  /** What it takes to put something aside. */
  sending(): PolicyStatement {
    return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] })
  }
}
