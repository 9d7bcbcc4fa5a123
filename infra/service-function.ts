import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import type { Role } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { AlarmText } from './alarms.ts'
import { FunctionRole, type Reach } from './function-role.ts'
import { KeptLogGroup } from './kept-log-group.ts'
import type { LostWork } from './lost-work.ts'
import type { Platform } from './platform.ts'

export interface ServiceFunctionProps {
  platform: Platform
  /** The folder of `functions/` whose bundle it runs. */
  service: string
  /** What the person on duty is told when the function fails. */
  alarm: AlarmText
  reach: Reach
  /** Beside TABLE_NAME and what the platform gives all. */
  environment?: { readonly [name: string]: string }
  memoryMb?: number
  timeout?: Duration
  /** How long a run may take before somebody is told; the half of the timeout when absent. */
  slow?: Duration
  /** Where a call lies that failed three times, of a function that nobody waits for. */
  lost?: LostWork
  /** Upper limit of simultaneous runs; the account's when absent. */
  runs?: number
}

/** One folder of `functions/` as a Lambda with a role of its own that names exactly what it may touch, its log and its alarms. */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction
  readonly role: Role

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    const { platform, service, reach, environment, memoryMb = 1024, timeout = Duration.seconds(20), runs, lost } = props
    const { stage, bundles, table, encryptionKey, tracing } = platform
    const logGroup = new KeptLogGroup(this, 'Log', { encryptionKey, stage })
    this.role = new FunctionRole(this, 'Role', { ...reach, records: table, encryptionKey, tracing, logGroup })
    this.handler = new LambdaFunction(this, 'Handler', {
      description: `${service} of the register`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundles, service)),
      handler: 'index.handler',
      memorySize: memoryMb,
      timeout,
      environment: {
        ...platform.environment,
        ...environment,
        ...(reach.table === 'none' ? {} : { TABLE_NAME: table.tableName }),
      },
      environmentEncryption: encryptionKey,
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // The platform's own lines on each run are as long as ours and say less; those of a run that failed are kept.
      systemLogLevelV2: SystemLogLevel.WARN,
      role: this.role.withoutPolicyUpdates(),
      reservedConcurrentExecutions: runs,
      ...(lost && { deadLetterQueue: lost.queue, retryAttempts: 2 }),
    })
    this.watch(props, props.slow ?? Duration.millis(timeout.toMilliseconds() / 2))
  }

  private watch({ platform, alarm }: ServiceFunctionProps, slow: Duration): void {
    const { alarms } = platform
    const period = Duration.minutes(5)
    alarms.watch(this, 'Errors', { ...alarm, metric: this.handler.metricErrors({ period }), threshold: 1 })
    alarms.watch(this, 'Throttles', {
      ...alarm,
      metric: this.handler.metricThrottles({ period }),
      threshold: 1,
      periods: 2,
    })
    const duration = this.handler.metricDuration({ period, statistic: 'p99' })
    alarms.watch(this, 'Slow', { ...alarm, metric: duration, threshold: slow.toMilliseconds(), periods: 3 })
  }
}
