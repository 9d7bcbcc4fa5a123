import { Duration, Stack } from 'aws-cdk-lib'
import { type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type CfnBucket, HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { PrivateBucket } from './private-bucket.ts'
import type { Stage } from './stages.ts'

export interface FilesBucketProps {
  stage: Stage
  encryptionKey: IKey
  accessLogs: IBucket
  /** The product's own address: the only page that may upload. */
  origin: string
  /** Told of each table that was uploaded for import. */
  uploaded: Queue
}

/** What of it is kept only for a while; documents of agreements and assets stay as long as the register. */
const passing: { readonly [prefix: string]: Duration } = {
  'imports/': Duration.days(90),
  'uploads/': Duration.days(2),
  'exports/': Duration.days(2),
}
export type FilesPrefix = 'documents/' | 'imports/' | 'uploads/' | 'exports/'

/** Uploaded tables, documents of agreements and assets, and tables made for somebody to fetch. */
export class FilesBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { stage, encryptionKey, accessLogs, origin, uploaded }: FilesBucketProps) {
    super(scope, id, {
      stage,
      encryptionKey,
      accessLogs,
      versioned: true,
      cors: [
        { allowedOrigins: [origin], allowedMethods: [HttpMethods.PUT], allowedHeaders: ['content-type'], maxAge: 3000 },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...Object.entries(passing).map(([prefix, expiration]) => ({
          prefix,
          expiration,
          noncurrentVersionExpiration: Duration.days(1),
        })),
      ],
    })
    this.tell(uploaded)
  }

  /** Lets a function write, read and remove the files below a prefix; people come by the links it signs. */
  open(role: IRole, prefix: FilesPrefix): void {
    this.allow(role, ['PutObject', 'GetObject', 'DeleteObject'], prefix)
  }

  // CDK's own notifications come with a function that may change every bucket; the property does the same without one.
  private tell(queue: Queue): void {
    const permission = queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    const uploads = [
      { name: 'prefix', value: 'imports/' },
      { name: 'suffix', value: '/upload' },
    ]
    const bucket = this.node.defaultChild as CfnBucket
    bucket.notificationConfiguration = {
      queueConfigurations: [
        { event: 's3:ObjectCreated:Put', queue: queue.queueArn, filter: { s3Key: { rules: uploads } } },
      ],
    }
    if (permission.policyDependable) bucket.node.addDependency(permission.policyDependable)
  }
}
