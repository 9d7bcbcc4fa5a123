import { ArnPrincipal, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { removalOf } from './keep.ts'
import type { Stage } from './stages.ts'

export interface PrivateBucketProps extends BucketProps {
  stage: Stage
  /** Our key; the provider's own where the bucket holds nothing but public files or the provider's logs. */
  encryptionKey?: IKey
  /** Where access to it is logged. */
  accessLogs?: IBucket
}

/** A bucket that nobody reaches from outside: no public access, TLS 1.2 or newer, encrypted, kept with the stage's data. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, { stage, encryptionKey, accessLogs, ...props }: PrivateBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(encryptionKey
        ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      ...(accessLogs && { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: `${id.toLowerCase()}/` }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: removalOf(stage),
      ...props,
    })
  }

  /**
   * Lets a role do something with the objects below a prefix (`imports/`). It stands in the bucket's policy and not in the role's, so
   * that one document says who reaches which files.
   */
  allow(role: Pick<IRole, 'roleArn'>, actions: readonly string[], prefix: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ArnPrincipal(role.roleArn)],
        actions: actions.map((action) => `s3:${action}`),
        resources: [this.arnForObjects(`${prefix}*`)],
      }),
    )
  }

  /** Lets a role see the names of the objects below a prefix. */
  allowListing(role: Pick<IRole, 'roleArn'>, prefix: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ArnPrincipal(role.roleArn)],
        actions: ['s3:ListBucket'],
        resources: [this.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${prefix}*` } },
      }),
    )
  }
}
