import { Duration, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
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

  /** Lets a function read what the scan of a document came to. */
  openVerdicts(role: IRole): void {
    this.allow(role, ['GetObjectTagging'], 'documents/')
  }

  /** Lets the scanner read and mark documents, and nobody else read one before it is marked as sound, not even by a signed link. */
  openForScan(role: IRole): void {
    const marks = ['GetObjectTagging', 'GetObjectVersionTagging', 'PutObjectTagging', 'PutObjectVersionTagging']
    this.allow(role, ['GetObject', 'GetObjectVersion', ...marks], 'documents/')
    const others = { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } }
    const resources = [this.arnForObjects('documents/*')]
    const deny = (actions: readonly string[], conditions: { [operator: string]: { [key: string]: string } }): void => {
      const all = { effect: Effect.DENY, principals: [new AnyPrincipal()], resources }
      this.addToResourcePolicy(new PolicyStatement({ ...all, actions: [...actions], conditions }))
    }
    const unsound = { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' }
    deny(['s3:GetObject', 's3:GetObjectVersion'], { ...others, StringNotEquals: unsound })
    deny(['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], others)
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
      // By this GuardDuty learns of new documents; it would switch it on itself, and the template would differ from what is there.
      eventBridgeConfiguration: { eventBridgeEnabled: true },
      queueConfigurations: [
        { event: 's3:ObjectCreated:Put', queue: queue.queueArn, filter: { s3Key: { rules: uploads } } },
      ],
    }
    if (permission.policyDependable) bucket.node.addDependency(permission.policyDependable)
  }
}
