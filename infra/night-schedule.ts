import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Stack } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'

export interface NightScheduleProps {
  platform: Platform
  handler: IFunction
  job: string
  /** Minutes, hours and days in Swedish time, also when the clocks change: `30 2 * * ? *`. */
  cron: string
  lost: LostWork
}

/** Calls a function at Swedish times; a call that fails is tried for an hour and then put aside. */
export class NightSchedule extends Construct {
  constructor(scope: Construct, id: string, { platform, handler, job, cron, lost }: NightScheduleProps) {
    super(scope, id)
    const { account, region } = Stack.of(this)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: {
        call: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] }),
            lost.sending(),
            new PolicyStatement({
              actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
              resources: [platform.encryptionKey.keyArn],
              conditions: { StringEquals: { 'kms:ViaService': `sqs.${region}.amazonaws.com` } },
            }),
          ],
        }),
      },
    })
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: `cron(${cron})`,
      scheduleExpressionTimezone: 'Europe/Stockholm',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: handler.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job, scheduledTime: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: lost.queue.queueArn },
      },
    })
  }
}
