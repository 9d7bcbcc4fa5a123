import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import { BackupVault, type CfnBackupVault } from 'aws-cdk-lib/aws-backup'
import { type CfnRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type CfnKey, Key } from 'aws-cdk-lib/aws-kms'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { AccessLogs } from './access-logs.ts'
import { removalOf } from './keep.ts'
import { PrivateBucket } from './private-bucket.ts'
import type { Stage } from './stages.ts'

/** What outlives the loss of a region: a vault for the table's backups and a bucket for copies of files and sealed heads. */
export class CopyStack extends Stack {
  readonly vaultArn: string
  readonly bucketArn: string
  readonly keyArn: string
  /** The role as which S3 copies objects. It may read nothing until a bucket lets it. */
  readonly copierArn: string

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { ...props, description: `Copies of the register in a second region (${stage.name})` })
    Tags.of(this).add('product', 'forteckna')
    Tags.of(this).add('stage', stage.name)
    const removalPolicy = removalOf(stage)
    const key = new Key(this, 'Key', { description: 'Copies of the register', enableKeyRotation: true, removalPolicy })
    const vault = new BackupVault(this, 'Vault', { encryptionKey: key, removalPolicy })
    const accessLogs = new AccessLogs(this, 'AccessLogs', stage)
    const bucket = new PrivateBucket(this, 'Copies', { stage, encryptionKey: key, accessLogs, versioned: true })
    const copier = new Role(this, 'Copier', {
      assumedBy: new ServicePrincipal('s3.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      inlinePolicies: {
        encrypts: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
              resources: [key.keyArn],
              conditions: { StringEquals: { 'kms:ViaService': `s3.${this.region}.amazonaws.com` } },
            }),
          ],
        }),
      },
    })
    bucket.allow(copier, ['ReplicateObject', 'ReplicateDelete', 'ReplicateTags'], '')
    // The resources' own attributes: what CDK's constructs give would demand names chosen here.
    this.vaultArn = (vault.node.defaultChild as CfnBackupVault).attrBackupVaultArn
    this.bucketArn = (bucket.node.defaultChild as CfnBucket).attrArn
    this.keyArn = (key.node.defaultChild as CfnKey).attrArn
    this.copierArn = (copier.node.defaultChild as CfnRole).attrArn
  }
}
