import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'
import { Schedule } from './schedule.ts'

export interface NightScheduleProps {
  platform: Platform
  handler: IFunction
  job: string
  /** Minutes, hours and days: `30 2 * * ? *`. */
  cron: string
  lost: LostWork
}

/** Calls a function at night. */
export class NightSchedule extends Schedule {
  constructor(scope: Construct, id: string, { platform, handler, job, cron, lost }: NightScheduleProps) {
    super(scope, id, {
      platform,
      expression: `cron(${cron})`,
      target: {
        arn: handler.functionArn,
        input: { job, scheduledTime: '<aws.scheduler.scheduled-time>' },
        statement: new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] }),
      },
      lost,
    })
  }
}
