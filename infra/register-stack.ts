import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { AccessLogs } from './access-logs.ts'
import { Alarms } from './alarms.ts'
import { ApiFunctions } from './api-functions.ts'
import { Backup } from './backup.ts'
import { cdnKeyOf } from './cdn-key.ts'
import { CheckpointSealer } from './checkpoint-sealer.ts'
import { Dashboard } from './dashboard.ts'
import { deploymentParameters } from './deployment-parameters.ts'
import { copyObjects } from './copied-bucket.ts'
import type { CopyStack } from './copy-stack.ts'
import type { EdgeStack } from './edge-stack.ts'
import { EncryptionKey } from './encryption-key.ts'
import { FilesBucket } from './files-bucket.ts'
import { FollowUpWorker } from './follow-up-worker.ts'
import { HttpApi } from './http-api.ts'
import { ImportQueue } from './import-queue.ts'
import { ImportWorker } from './import-worker.ts'
import { LockedBucket } from './locked-bucket.ts'
import { MalwareScan } from './malware-scan.ts'
import { MailSender } from './mail-sender.ts'
import { NightlyPass } from './nightly-pass.ts'
import type { Platform } from './platform.ts'
import { RecordTable } from './record-table.ts'
import type { Stage } from './stages.ts'
import { TraceSample } from './trace-sample.ts'
import { TracingPolicy } from './tracing-policy.ts'
import { WebSite } from './web-site.ts'

export interface RegisterStackProps extends StackProps {
  stage: Stage
  bundles: string
  edge: EdgeStack
  copy: CopyStack
  /** Exchanged with it is the address by which the CDN comes to the API. */
  apiAddress: string
}

/** The whole product in one stack of one region; only the CDN's certificate and web ACL stand in another. */
export class RegisterStack extends Stack {
  constructor(scope: Construct, id: string, { stage, bundles, edge, copy, apiAddress, ...props }: RegisterStackProps) {
    const description = `Register of processing activities (${stage.name})`
    super(scope, id, { ...props, description })
    Tags.of(this).add('product', 'forteckna')
    Tags.of(this).add('stage', stage.name)
    const given = deploymentParameters(this)
    const origin = `https://${given.domainName}`
    const encryptionKey = new EncryptionKey(this, 'Key', stage)
    const alarms = new Alarms(this, 'Alarms', { encryptionKey, email: given.alarmEmail })
    const platform: Platform = {
      stage,
      bundles,
      encryptionKey,
      alarms,
      table: new RecordTable(this, 'Records', { stage, encryptionKey, alarms }),
      tracing: new TracingPolicy(this, 'Tracing'),
      environment: { ORIGIN: origin },
    }
    new TraceSample(this, 'Traces', stage)
    const accessLogs = new AccessLogs(this, 'AccessLogs', stage)
    const imports = new ImportQueue(this, 'Imports', platform)
    const files = new FilesBucket(this, 'Documents', {
      stage,
      encryptionKey,
      accessLogs,
      origin,
      uploaded: imports.queue,
    })
    new MalwareScan(this, 'DocumentScan', { files, encryptionKey, alarms })
    const heads = new LockedBucket(this, 'Heads', { stage, encryptionKey, accessLogs })
    const cdnKey = cdnKeyOf(given)
    const { handlers } = new ApiFunctions(this, 'Services', { platform, given, cdnKey, files, imports, heads })
    new ImportWorker(this, 'ImportWorker', { platform, files, imports })
    const checkpoint = new CheckpointSealer(this, 'Checkpoint', { platform, heads })
    new NightlyPass(this, 'Nightly', { platform })
    const mail = new MailSender(this, 'Mail', { platform, from: given.mailFrom })
    new FollowUpWorker(this, 'FollowUp', { platform, mail: mail.work })
    const { api } = new HttpApi(this, `Http${apiAddress}`, { handlers, encryptionKey, alarms, stage })
    const site = new WebSite(this, 'Web', {
      stage,
      domainName: given.domainName,
      certificate: edge.certificate,
      webAclArn: edge.webAclArn,
      accessLogs,
      uploads: `https://${files.bucketRegionalDomainName}`,
      apiEndpoint: api.apiEndpoint,
      apiKey: cdnKey.current,
    })
    // When the key is exchanged, the API knows the new one before the CDN bears it.
    site.distribution.node.addDependency(...Object.values(handlers))
    new Backup(this, 'Backup', { platform, elsewhere: copy.vaultArn })
    copyObjects(files, encryptionKey, copy, ['documents/'])
    copyObjects(heads, encryptionKey, copy, ['heads/', 'leaves/'])
    new Dashboard(this, 'Overview', { platform, api })
    const records = mail.identity.dkimRecords.map(({ name, value }, index) => [
      `MailRecord${index + 1}`,
      `${name} CNAME ${value}`,
    ])
    this.tell({
      ...Object.fromEntries(records),
      WebBucket: site.bucket.bucketName,
      WebAddress: site.distribution.distributionDomainName,
      RecordTable: platform.table.tableName,
      FilesBucket: files.bucketName,
      HeadsBucket: heads.bucketName,
      SigningKey: checkpoint.key.keyArn,
      DataKey: encryptionKey.keyArn,
    })
  }

  /** What docs/operations.md names. */
  private tell(outputs: { readonly [name: string]: string }): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
