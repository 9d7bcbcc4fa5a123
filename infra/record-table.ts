import { Duration } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { removalOf } from './keep.ts'
import type { Stage } from './stages.ts'

export interface RecordTableProps {
  stage: Stage
  encryptionKey: IKey
  alarms: Alarms
}

/** The one table: every record, revision, row and session. No indexes; lists are rows of their own. Its stream holds keys and no content. */
export class RecordTable extends Table {
  constructor(scope: Construct, id: string, { stage, encryptionKey, alarms }: RecordTableProps) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: stage.keepsData,
      removalPolicy: removalOf(stage),
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.KEYS_ONLY,
    })
    for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      alarms.watch(this, metricName, {
        metric: this.metric(metricName, { period: Duration.minutes(5), statistic: 'Sum' }),
        threshold: 1,
        periods: 2,
        impact: 'Reading or saving is slow or answered with "busy".',
        action:
          'Find the busy partition in Contributor Insights; pace imports; raise the account quota if all are busy.',
      })
    }
  }

  /** What it takes to follow the changes of the table. */
  following(): PolicyStatement {
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
    return new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [this.tableStreamArn!],
    })
  }
}
