import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

export interface AlarmText {
  /** What people cannot do while it lasts; the person on duty reads it first. */
  impact: string
  /** What to look at or do. */
  action: string
}

export interface Watch extends AlarmText {
  metric: IMetric
  /** Alarms at this value or above, in each of `periods` periods (default 1). */
  threshold: number
  periods?: number
}

/** Where alarms go, and the one way an alarm is made: with its text. */
export class Alarms extends Construct {
  private readonly notify: SnsAction

  constructor(scope: Construct, id: string, props: { encryptionKey: IKey; email: string }) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true })
    topic.addSubscription(new EmailSubscription(props.email))
    this.notify = new SnsAction(topic)
  }

  /** Makes one alarm on a metric and sends it, also when it is over. */
  watch(scope: Construct, id: string, { metric, threshold, periods = 1, impact, action }: Watch): Alarm {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} ${action}`,
    })
    alarm.addAlarmAction(this.notify)
    alarm.addOkAction(this.notify)
    return alarm
  }
}
