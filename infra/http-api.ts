import { Duration, Validations } from 'aws-cdk-lib'
import {
  type CfnStage,
  HttpApi as Api,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { KeptLogGroup } from './kept-log-group.ts'
import { defaultService, gatewayRoutes, type ServiceName, servicePaths } from './service-paths.ts'
import type { Stage } from './stages.ts'

export interface HttpApiProps {
  handlers: { [service in ServiceName]: IFunction }
  encryptionKey: IKey
  alarms: Alarms
  stage: Stage
}

/** Sign-in gets a fifth of what the API as a whole may take. */
const signInShare = 5
const logged = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
}

/** The API: each path prefix to the service that owns it, throttled, logged without addresses, queries or persons. */
export class HttpApi extends Construct {
  readonly api: Api

  constructor(scope: Construct, id: string, { handlers, encryptionKey, alarms, stage }: HttpApiProps) {
    super(scope, id)
    this.api = new Api(this, 'Api', { createDefaultStage: false, description: 'API of the register' })
    for (const [service, paths] of Object.entries(servicePaths)) {
      const integration = new HttpLambdaIntegration(`${service}Integration`, handlers[service as ServiceName], {
        scopePermissionToRoute: false,
      })
      const own = paths.flatMap(gatewayRoutes)
      for (const path of service === defaultService ? [...own, '/{rest+}'] : own) {
        this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration })
      }
    }
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Each service authenticates every request itself (session cookie or bearer token) and denies by default.',
    })
    this.addStage(encryptionKey, stage)
    this.watchTheWayIn(alarms)
    alarms.watch(this, 'ServerErrors', {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      impact: 'Requests to the register fail, so nobody can read or file anything reliably.',
      action: 'Read the access log for the failing route, then the log of its service.',
    })
  }

  private watchTheWayIn(alarms: Alarms): void {
    alarms.watchCount(this, 'PastCdn', {
      service: 'api',
      name: 'RequestsPastCdn',
      threshold: 20,
      impact:
        'Somebody tries the API past the web ACL and is refused, or, if it is everybody, nobody can use the product.',
      action:
        'Do people get 403 too: deploy again with the version of the CDN key that the CDN bears. Else read how many come.',
    })
  }

  private addStage(encryptionKey: IKey, stage: Stage): void {
    const { throttle } = stage
    const log = new KeptLogGroup(this, 'AccessLog', { encryptionKey, stage })
    const httpStage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    })
    const signIn = {
      ThrottlingRateLimit: throttle.rateLimit / signInShare,
      ThrottlingBurstLimit: throttle.burstLimit / signInShare,
    }
    const resource = httpStage.node.defaultChild as CfnStage
    resource.addPropertyOverride('RouteSettings', { 'ANY /api/session/{rest+}': signIn })
    resource.node.addDependency(this.api)
  }
}
