import { Duration } from 'aws-cdk-lib'
import type { IRole } from 'aws-cdk-lib/aws-iam'
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

  /** Lets a function read heads and leaves, and find the newest head. */
  openForReading(role: Pick<IRole, 'roleArn'>): void {
    this.open(role, ['GetObject'])
  }

  /** Lets a function add heads and leaves, and read what is there. */
  openForSealing(role: Pick<IRole, 'roleArn'>): void {
    this.open(role, ['GetObject', 'PutObject'])
  }

  private open(role: Pick<IRole, 'roleArn'>, actions: readonly string[]): void {
    for (const prefix of ['heads/', 'leaves/']) this.allow(role, actions, prefix)
    this.allowListing(role, 'heads/')
  }
}
