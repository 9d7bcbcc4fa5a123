import { Stack } from 'aws-cdk-lib'
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { CopyStack } from './copy-stack.ts'
import type { PrivateBucket } from './private-bucket.ts'

const reads = ['GetObjectVersionForReplication', 'GetObjectVersionAcl', 'GetObjectVersionTagging']

/** Copies every new object of a bucket below these prefixes to the second region, under the key of that region. */
export function copyObjects(bucket: PrivateBucket, key: Key, copy: CopyStack, prefixes: readonly string[]): void {
  const resource = bucket.node.defaultChild as CfnBucket
  resource.replicationConfiguration = {
    role: copy.copierArn,
    rules: prefixes.map((prefix, index) => ({
      id: prefix.replace('/', ''),
      status: 'Enabled',
      priority: index + 1,
      filter: { prefix },
      deleteMarkerReplication: { status: 'Disabled' },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
      destination: {
        bucket: copy.bucketArn,
        encryptionConfiguration: { replicaKmsKeyId: copy.keyArn },
      },
    })),
  }
  for (const prefix of prefixes) bucket.allow({ roleArn: copy.copierArn }, reads, prefix)
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ArnPrincipal(copy.copierArn)],
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [bucket.bucketArn],
    }),
  )
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ArnPrincipal(copy.copierArn)],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(bucket).region}.amazonaws.com` } },
    }),
  )
}
