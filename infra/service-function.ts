import { join } from 'node:path'
import { Duration, Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { type IManagedPolicy, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Alarms, AlarmText } from './alarms.ts'
import { KeptLogGroup } from './kept-log-group.ts'

export interface ServiceFunctionProps {
  service: string
  /** Folder with one bundle a service. */
  bundles: string
  table: ITable
  encryptionKey: IKey
  tracing: IManagedPolicy
  environment: { [name: string]: string }
  alarms: Alarms
  /** What the person on duty is told when the function fails. */
  alarm: AlarmText
  /** Upper limit of simultaneous runs; the account's when absent. */
  reservedConcurrency?: number
}

const tableActions = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']
const keyActions = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey']

/** One service as a Lambda with a role of its own that names exactly what it may touch, its log and its alarms. */
export class ServiceFunction extends Construct {
  readonly handler: LambdaFunction

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    const { service, bundles, table, encryptionKey, tracing, environment, reservedConcurrency } = props
    const logGroup = new KeptLogGroup(this, 'Log', { encryptionKey })
    this.handler = new LambdaFunction(this, 'Handler', {
      description: `Service ${service} of the register`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundles, service)),
      handler: 'index.handler',
      memorySize: 1024,
      timeout: Duration.seconds(20),
      environment: { ...environment, TABLE_NAME: table.tableName },
      environmentEncryption: encryptionKey,
      tracing: Tracing.ACTIVE,
      logGroup,
      role: createRole(this, { table, encryptionKey, tracing, logGroup }).withoutPolicyUpdates(),
      reservedConcurrentExecutions: reservedConcurrency,
    })
    this.watch(props)
  }

  private watch({ alarms, alarm }: ServiceFunctionProps): void {
    const period = Duration.minutes(5)
    alarms.watch(this, 'Errors', { ...alarm, metric: this.handler.metricErrors({ period }), threshold: 1 })
    alarms.watch(this, 'Throttles', {
      ...alarm,
      metric: this.handler.metricThrottles({ period }),
      threshold: 1,
      periods: 2,
    })
    const slow = this.handler.metricDuration({ period, statistic: 'p99' })
    alarms.watch(this, 'Slow', { ...alarm, metric: slow, threshold: Duration.seconds(5).toMilliseconds(), periods: 3 })
  }
}

interface Reach {
  table: ITable
  encryptionKey: IKey
  tracing: IManagedPolicy
  logGroup: ILogGroup
}

function createRole(scope: Construct, { table, encryptionKey, tracing, logGroup }: Reach): Role {
  const statements = [
    new PolicyStatement({ actions: tableActions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
    new PolicyStatement({
      actions: keyActions,
      resources: [encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': viaServices(scope, ['dynamodb', 'lambda']) } },
    }),
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
  ]
  return new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [tracing],
    inlinePolicies: { service: new PolicyDocument({ statements }) },
  })
}

function viaServices(scope: Construct, services: readonly string[]): string[] {
  return services.map((service) => `${service}.${Stack.of(scope).region}.amazonaws.com`)
}
