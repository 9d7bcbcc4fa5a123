import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { removalOf } from './keep.ts'
import type { Stage } from './stages.ts'

/** A log under our own key, kept as long as the stage says: a year in production. */
export class KeptLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, { encryptionKey, stage }: { encryptionKey: IKey; stage: Stage }) {
    super(scope, id, { retention: stage.logDays, encryptionKey, removalPolicy: removalOf(stage) })
  }
}
