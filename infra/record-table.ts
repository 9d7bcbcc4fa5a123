import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'

/** The one table: every record, revision, row and session. No indexes; lists are rows of their own. */
export class RecordTable extends Table {
  constructor(scope: Construct, id: string, { encryptionKey, alarms }: { encryptionKey: IKey; alarms: Alarms }) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
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
}
