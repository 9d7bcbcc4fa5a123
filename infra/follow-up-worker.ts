import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'
import type { WorkQueue } from './work-queue.ts'

const service = 'follow-up'
const alarm = {
  impact: 'Somebody is not told of a returned notification or a new task; the start page still shows it.',
  action: 'Read the log of follow-up for the record that fails; the nightly pass makes up for what was lost.',
}
/** New revisions, and mail that waits to be handed over; rows of lists and searches are nobody's concern here. */
const followed = [
  FilterCriteria.filter({
    eventName: FilterRule.isEqual('INSERT'),
    dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('rev#') } } },
  }),
  FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { Keys: { pk: { S: FilterRule.isEqual('mail#pending') } } },
  }),
]

/** What follows from a change, from the table's stream: each change at least once, in the order of its record. */
export class FollowUpWorker extends Construct {
  constructor(scope: Construct, id: string, { platform, mail }: { platform: Platform; mail: WorkQueue }) {
    super(scope, id)
    const { table, alarms } = platform
    const lost = new LostWork(this, 'Lost', { platform, alarm })
    const { handler } = new ServiceFunction(this, 'Function', {
      platform,
      service,
      alarm,
      timeout: Duration.seconds(60),
      lost,
      reach: {
        table: 'register',
        statements: [table.following(), mail.sending(), lost.sending()],
        keyThrough: ['sqs'],
      },
      environment: { MAIL_QUEUE_URL: mail.queue.queueUrl },
    })
    new EventSourceMapping(this, 'Changes', {
      target: handler,
      eventSourceArn: table.tableStreamArn!,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(24),
      filters: followed,
      onFailure: new SqsDlq(lost.queue),
    })
    alarms.watch(this, 'Behind', {
      metric: handler.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.minutes(15).toMilliseconds(),
      impact: 'Mail about tasks comes a quarter of an hour late or more.',
      action: 'Read the log of follow-up: one change that fails holds up those behind it until it is put aside.',
    })
    alarms.watchCount(this, 'Faults', { service, name: 'FollowUpFaults', ...alarm })
  }
}
