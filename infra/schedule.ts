import { Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'

export interface ScheduleProps {
  platform: Platform
  /** `cron(30 2 * * ? *)`, in Swedish time also when the clocks change, or `rate(15 minutes)`. */
  expression: string
  /** What is called or sent to, with what, and what it takes to do so. */
  target: { arn: string; input: object; statement: PolicyStatement }
  lost: LostWork
}

/** Calls a function or sends a message at Swedish times; what fails is tried for an hour and then put aside. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { platform, expression, target, lost }: ScheduleProps) {
    super(scope, id)
    const { account, region } = Stack.of(this)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: {
        call: new PolicyDocument({
          statements: [
            target.statement,
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
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Europe/Stockholm',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.arn,
        roleArn: role.roleArn,
        input: JSON.stringify(target.input),
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: lost.queue.queueArn },
      },
    })
  }
}
