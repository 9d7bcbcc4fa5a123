import { Duration, Stack, TimeZone } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { removalOf } from './keep.ts'
import type { Platform } from './platform.ts'

export interface BackupProps {
  platform: Platform
  /** The ARN of a vault in a second region. */
  elsewhere: string
}

/** A copy of the table every night, in a vault here and in one of a second region. Files are copied as they come (copied-bucket.ts). */
export class Backup extends Construct {
  constructor(scope: Construct, id: string, { platform, elsewhere }: BackupProps) {
    super(scope, id)
    const { stage, table, encryptionKey, alarms } = platform
    const vault = new BackupVault(this, 'Vault', { encryptionKey, removalPolicy: removalOf(stage) })
    const deleteAfter = Duration.days(stage.backupDays)
    const rule = new BackupPlanRule({
      backupVault: vault,
      scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
      scheduleExpressionTimezone: TimeZone.of('Europe/Stockholm'),
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(6),
      deleteAfter,
      copyActions: [
        { destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Elsewhere', elsewhere), deleteAfter },
      ],
    })
    const plan = new BackupPlan(this, 'Plan', { backupPlanRules: [rule] })
    plan.addSelection('Data', {
      role: this.role(platform, elsewhere).withoutPolicyUpdates(),
      disableDefaultBackupPolicy: true,
      resources: [BackupResource.fromDynamoDbTable(table)],
    })
    for (const metricName of ['NumberOfBackupJobsFailed', 'NumberOfCopyJobsFailed']) {
      alarms.watch(this, metricName, {
        metric: new Metric({ namespace: 'AWS/Backup', metricName, period: Duration.hours(1), statistic: 'Sum' }),
        threshold: 1,
        impact: 'Last night has no complete backup: nobody notices until something must be restored.',
        action: 'Open the failed job in AWS Backup, mend the cause and start it again by hand.',
      })
    }
  }

  private role({ table, encryptionKey }: Platform, elsewhere: string): Role {
    const { region } = Stack.of(this)
    const to = (actions: readonly string[], resources: string[], conditions?: { [test: string]: object }) =>
      new PolicyStatement({ actions: [...actions], resources, conditions })
    const through = ['backup', 'dynamodb'].map((service) => `${service}.${region}.amazonaws.com`)
    const statements = [
      to(['dynamodb:DescribeTable', 'dynamodb:StartAwsBackupJob', 'dynamodb:ListTagsOfResource'], [table.tableArn]),
      to(['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'], [elsewhere]),
      to(['kms:Decrypt', 'kms:GenerateDataKey'], [encryptionKey.keyArn], {
        StringEquals: { 'kms:ViaService': through },
      }),
      to(['kms:DescribeKey'], [encryptionKey.keyArn]),
      to(['kms:CreateGrant'], [encryptionKey.keyArn], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
    ]
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: { backup: new PolicyDocument({ statements }) },
    })
  }
}
