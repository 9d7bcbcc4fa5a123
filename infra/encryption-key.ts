import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { removalOf } from './keep.ts'
import type { Stage } from './stages.ts'

/** Services that put something encrypted into a queue or a topic of ours, on their own account. */
const senders: { readonly [sid: string]: string } = {
  AlarmsOfThisAccount: 'cloudwatch.amazonaws.com',
  UploadsOfThisAccount: 's3.amazonaws.com',
  EventsOfThisAccount: 'events.amazonaws.com',
}

/** The customer-managed key of everything that holds data: table, files, queues, logs, functions' environment, alarms, backups. */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      description: 'Data, logs and configuration of the register',
      enableKeyRotation: true,
      removalPolicy: removalOf(stage),
    })
    const { region, partition, account } = Stack.of(this)
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisAccount',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    )
    for (const [sid, service] of Object.entries(senders)) {
      this.addToResourcePolicy(
        new PolicyStatement({
          sid,
          principals: [new ServicePrincipal(service)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      )
    }
  }
}
