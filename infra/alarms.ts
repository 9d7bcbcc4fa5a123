import { Duration } from 'aws-cdk-lib'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

export interface AlarmText {
  /** What people notice or cannot do while it lasts; the person on duty reads it first. */
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

const namespace = 'Forteckna'
/** A job of the night that is this late has not run; two hours allow for the days when the clocks change. */
const nightHours = 26

/** Where alarms go, and the one way an alarm is made: with its text. */
export class Alarms extends Construct {
  readonly made: Alarm[] = []
  private readonly notify: SnsAction

  constructor(scope: Construct, id: string, props: { encryptionKey: IKey; email: string }) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true })
    topic.addSubscription(new EmailSubscription(props.email))
    this.notify = new SnsAction(topic)
  }

  /** Makes one alarm on a metric and sends it, also when it is over. */
  watch(scope: Construct, id: string, { metric, threshold, periods = 1, ...text }: Watch): void {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: describe(text),
    })
    this.send(alarm)
  }

  /** Makes an alarm on something that a service counts in its log (`NightlyFaults`), at the first one or at `threshold` in five minutes. */
  watchCount(
    scope: Construct,
    id: string,
    { service, name, threshold = 1, ...text }: AlarmText & { service: string; name: string; threshold?: number },
  ): void {
    this.watch(scope, id, { metric: counted(service, name, Duration.minutes(5)), threshold, ...text })
  }

  /** Makes an alarm on what a service counts at most once a night, which stands until a night has passed without it. */
  watchNights(
    scope: Construct,
    id: string,
    { service, name, ...text }: AlarmText & { service: string; name: string },
  ): void {
    const alarm = new Alarm(scope, id, {
      metric: counted(service, name, Duration.hours(1)),
      threshold: 1,
      evaluationPeriods: nightHours,
      datapointsToAlarm: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: describe(text),
    })
    this.send(alarm)
  }

  /** Makes an alarm on what should happen every night and has not been counted for 26 hours. */
  watchSilence(
    scope: Construct,
    id: string,
    { service, name, ...text }: AlarmText & { service: string; name: string },
  ): void {
    const alarm = new Alarm(scope, id, {
      metric: counted(service, name, Duration.hours(1)),
      threshold: 1,
      evaluationPeriods: nightHours,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: describe(text),
    })
    this.send(alarm)
  }

  private send(alarm: Alarm): void {
    alarm.addAlarmAction(this.notify)
    alarm.addOkAction(this.notify)
    this.made.push(alarm)
  }
}

function describe({ impact, action }: AlarmText): string {
  return `${impact} ${action}`
}

function counted(service: string, metricName: string, period: Duration): Metric {
  return new Metric({ namespace, metricName, dimensionsMap: { service }, period, statistic: 'Sum' })
}
