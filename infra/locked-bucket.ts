import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { PrivateBucket } from './private-bucket.ts'
import type { Stage } from './stages.ts'

/** Sealed heads of the history: written once, and until their lock runs out nobody can change or remove them. */
export class LockedBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: { stage: Stage; encryptionKey: IKey; accessLogs: IBucket }) {
    const days = Duration.days(props.stage.lockDays)
    super(scope, id, {
      ...props,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        props.stage.lock === 'COMPLIANCE' ? ObjectLockRetention.compliance(days) : ObjectLockRetention.governance(days),
    })
  }
}
