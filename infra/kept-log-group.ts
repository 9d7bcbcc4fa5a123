import { RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** A log kept for a year under our own key. */
export class KeptLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, props: { encryptionKey: IKey }) {
    super(scope, id, {
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: props.encryptionKey,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
