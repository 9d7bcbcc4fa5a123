import { CfnOutput, SecretValue, Stack, Tags } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { Alarms, type AlarmText } from './alarms.ts'
import { DeploymentParameters } from './deployment-parameters.ts'
import { EncryptionKey } from './encryption-key.ts'
import { HttpApi } from './http-api.ts'
import { RecordTable } from './record-table.ts'
import { ServiceFunction } from './service-function.ts'
import type { ServiceName } from './service-paths.ts'
import { TracingPolicy } from './tracing-policy.ts'
import { WebSite } from './web-site.ts'

const action = 'Read the log of the service, newest errors first; docs/operations.md says what each means.'
const impacts: { [service in ServiceName]: AlarmText } = {
  processing: { impact: 'People cannot file, review or read processing activities.', action },
  assets: { impact: 'Systems and devices cannot be read or linked from an activity.', action },
  suppliers: { impact: 'Suppliers and agreements cannot be read or linked from an activity.', action },
  directory: { impact: 'Nobody can sign in; those signed in may lose their session.', action },
}

/** The whole product in one stack of one region. */
export class RegisterStack extends Stack {
  constructor(scope: Construct, id: string, { stage, bundles }: { stage: string; bundles: string }) {
    super(scope, id, { description: `Register of processing activities (${stage})`, terminationProtection: true })
    Tags.of(this).add('product', 'forteckna')
    Tags.of(this).add('stage', stage)
    const parameters = new DeploymentParameters(this, 'Parameters')
    const encryptionKey = new EncryptionKey(this, 'Key')
    const alarms = new Alarms(this, 'Alarms', { encryptionKey, email: parameters.alarmEmail })
    const table = new RecordTable(this, 'Records', { encryptionKey, alarms })
    const tracing = new TracingPolicy(this, 'Tracing')
    const environment = {
      ORIGIN: `https://${parameters.domainName}`,
      OIDC_ISSUER: parameters.oidcIssuer,
      OIDC_PERSON_CLAIM: parameters.oidcPersonClaim,
    }
    const signIn = {
      OIDC_CLIENT_ID: parameters.oidcClientId,
      OIDC_CLIENT_SECRET: SecretValue.secretsManager(parameters.oidcSecretName).unsafeUnwrap(),
      OIDC_PROVIDER_NAME: parameters.oidcProviderName,
    }
    const handler = (service: ServiceName, more: { [name: string]: string } = {}): IFunction => {
      const reach = { table, encryptionKey, tracing, environment: { ...environment, ...more } }
      return new ServiceFunction(this, service, { service, bundles, alarms, alarm: impacts[service], ...reach }).handler
    }
    const handlers = {
      processing: handler('processing'),
      assets: handler('assets'),
      suppliers: handler('suppliers'),
      directory: handler('directory', signIn),
    }
    const { api } = new HttpApi(this, 'Http', { handlers, encryptionKey, alarms })
    const site = new WebSite(this, 'Web', { parameters, apiEndpoint: api.apiEndpoint })
    new CfnOutput(this, 'WebBucket', { value: site.bucket.bucketName })
    new CfnOutput(this, 'WebAddress', { value: site.distribution.distributionDomainName })
  }
}
