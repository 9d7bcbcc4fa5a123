import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { PrivateBucket } from './private-bucket.ts'
import type { Stage } from './stages.ts'

/** Who opened which file when, for 90 days. S3 writes its logs only under its own key. */
export class AccessLogs extends PrivateBucket {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { stage, lifecycleRules: [{ expiration: Duration.days(90) }] })
  }
}
