import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { removalOf } from './keep.ts'
import type { Stage } from './stages.ts'

/** Signs the heads of the history; its private half never leaves KMS, its public half verifies for ever. */
export class SigningKey extends Key {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      description: 'Signs the heads of the history of the register',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: removalOf(stage),
    })
  }
}
