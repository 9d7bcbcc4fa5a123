import { Duration } from 'aws-cdk-lib'
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Construct } from 'constructs'
import type { Platform } from './platform.ts'

const period = Duration.minutes(5)

/** One page for whoever is on duty: what is wrong now, then what people feel, then what it costs and what waits. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { platform, api }: { platform: Platform; api: HttpApi }) {
    super(scope, id)
    const { alarms, table } = platform
    const board = new CloudWatchDashboard(this, 'Dashboard', { defaultInterval: Duration.hours(24) })
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 12 })
    const units = (metricName: string) => table.metric(metricName, { period, statistic: 'Sum' })
    const counted = (service: string, metricName: string) =>
      new Metric({
        namespace: 'Forteckna',
        metricName,
        dimensionsMap: { service },
        period: Duration.days(1),
        statistic: 'Sum',
      })
    board.addWidgets(new AlarmStatusWidget({ title: 'What is wrong now', alarms: alarms.made, width: 24, height: 8 }))
    board.addWidgets(
      graph(
        'Requests, and those that failed',
        [api.metricCount({ period })],
        [api.metricServerError({ period }), api.metricClientError({ period })],
      ),
      graph('Time to answer, ms', [
        api.metricLatency({ period, statistic: 'p50' }),
        api.metricLatency({ period, statistic: 'p99' }),
      ]),
    )
    board.addWidgets(
      graph('Units of the table', [units('ConsumedReadCapacityUnits'), units('ConsumedWriteCapacityUnits')]),
      graph('Work of the nights', [counted('nightly', 'NightlyPasses'), counted('checkpoint', 'Checkpoints')]),
    )
  }
}
