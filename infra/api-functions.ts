import { Duration, SecretValue } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { CdnKey } from './cdn-key.ts'
import type { ParameterName } from './deployment-parameters.ts'
import type { FilesBucket, FilesPrefix } from './files-bucket.ts'
import type { ImportQueue } from './import-queue.ts'
import type { LockedBucket } from './locked-bucket.ts'
import type { Platform } from './platform.ts'
import { ServiceFunction } from './service-function.ts'
import { serviceImpacts } from './service-impacts.ts'
import { type ServiceName, servicePaths } from './service-paths.ts'

export interface ApiFunctionsProps {
  platform: Platform
  given: { readonly [name in ParameterName]: string }
  cdnKey: CdnKey
  files: FilesBucket
  imports: ImportQueue
  heads: LockedBucket
}

/** What a service needs beside the table and knowing who is calling. */
interface Wish {
  environment?: { readonly [name: string]: string }
  /** Folders of the files bucket that it writes, reads and removes files in. */
  files?: readonly FilesPrefix[]
  /** Puts work into the queue of imports. */
  queuesImports?: boolean
  /** Reads sealed heads of the history and their leaves. */
  readsHeads?: boolean
  memoryMb?: number
  timeout?: Duration
  runs?: number
}

/** The functions that answer the API, one a service. */
export class ApiFunctions extends Construct {
  readonly handlers: { readonly [service in ServiceName]: IFunction }
  private readonly props: ApiFunctionsProps

  constructor(scope: Construct, id: string, props: ApiFunctionsProps) {
    super(scope, id)
    this.props = props
    const { given, platform } = props
    const wishes: { readonly [service in ServiceName]?: Wish } = {
      assets: { files: ['documents/', 'uploads/'] },
      suppliers: { files: ['documents/', 'uploads/', 'exports/'] },
      intake: {
        files: ['imports/', 'exports/'],
        queuesImports: true,
        memoryMb: 1769,
        timeout: Duration.seconds(29),
        runs: platform.stage.feedRuns,
      },
      proof: { readsHeads: true, memoryMb: 1769, timeout: Duration.seconds(29) },
      directory: {
        environment: {
          OIDC_CLIENT_ID: given.oidcClientId,
          OIDC_CLIENT_SECRET: SecretValue.secretsManager(given.oidcCredential, {
            versionId: given.oidcCredentialVersion,
          }).unsafeUnwrap(),
          OIDC_PROVIDER_NAME: given.oidcProviderName,
          OIDC_ASSURANCE: given.oidcAssurance,
        },
      },
    }
    const services = Object.keys(servicePaths) as ServiceName[]
    this.handlers = Object.fromEntries(
      services.map((service) => [service, this.answering(service, wishes[service] ?? {})]),
    ) as typeof this.handlers
  }

  private answering(service: ServiceName, wish: Wish): IFunction {
    const { platform, given, cdnKey, files, imports, heads } = this.props
    const { environment, files: prefixes = [], queuesImports = false, readsHeads = false, ...limits } = wish
    const usesBucket = prefixes.length > 0 || readsHeads
    const { handler, role } = new ServiceFunction(this, service, {
      platform,
      service,
      alarm: serviceImpacts[service],
      reach: {
        table: 'register',
        keyThrough: [...(usesBucket ? ['s3'] : []), ...(queuesImports ? ['sqs'] : [])],
        statements: queuesImports ? [imports.sending()] : [],
      },
      environment: {
        CDN_KEYS: `${cdnKey.current} ${cdnKey.former}`,
        OIDC_ISSUER: given.oidcIssuer,
        OIDC_PERSON_CLAIM: given.oidcPersonClaim,
        ...(prefixes.length > 0 && { FILES_BUCKET: files.bucketName }),
        ...(readsHeads && { HEADS_BUCKET: heads.bucketName }),
        ...(queuesImports && { IMPORT_QUEUE_URL: imports.queue.queueUrl }),
        ...environment,
      },
      ...limits,
    })
    for (const prefix of prefixes) files.open(role, prefix)
    if (prefixes.includes('documents/')) files.openVerdicts(role)
    if (readsHeads) heads.openForReading(role)
    return handler
  }
}
