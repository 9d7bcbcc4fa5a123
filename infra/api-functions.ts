import { SecretValue } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { ParameterName } from './deployment-parameters.ts'
import type { FilesBucket } from './files-bucket.ts'
import type { Reach } from './function-role.ts'
import type { ImportQueue } from './import-queue.ts'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'
import { serviceImpacts } from './service-impacts.ts'
import { type ServiceName, servicePaths } from './service-paths.ts'

export interface ApiFunctionsProps {
  platform: Platform
  given: { readonly [name in ParameterName]: string }
  files: FilesBucket
  imports: ImportQueue
}

interface Wish {
  reach?: Partial<Reach>
  environment?: { readonly [name: string]: string }
  runs?: number
}

/** The functions that answer the API, one a service. */
export class ApiFunctions extends Construct {
  readonly handlers: { readonly [service in ServiceName]: IFunction }

  constructor(scope: Construct, id: string, { platform, given }: ApiFunctionsProps) {
    super(scope, id)
    const caller = { OIDC_ISSUER: given.oidcIssuer, OIDC_PERSON_CLAIM: given.oidcPersonClaim }
    const wishes: { readonly [service in ServiceName]?: Wish } = {
      directory: {
        environment: {
          OIDC_CLIENT_ID: given.oidcClientId,
          OIDC_CLIENT_SECRET: SecretValue.secretsManager(given.oidcCredential).unsafeUnwrap(),
          OIDC_PROVIDER_NAME: given.oidcProviderName,
        },
      },
    }
    const handlerOf = (service: ServiceName): IFunction => {
      const { reach, environment, runs } = wishes[service] ?? {}
      return new ServiceFunction(this, service, {
        platform,
        service,
        alarm: serviceImpacts[service],
        reach: { table: 'register', ...reach },
        environment: { ...caller, ...environment },
        runs,
      }).handler
    }
    const services = Object.keys(servicePaths) as ServiceName[]
    this.handlers = Object.fromEntries(services.map((service) => [service, handlerOf(service)])) as typeof this.handlers
  }
}
