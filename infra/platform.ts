import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam'
import type { Alarms } from './alarms.ts'
import type { EncryptionKey } from './encryption-key.ts'
import type { RecordTable } from './record-table.ts'
import type { Stage } from './stages.ts'

/** What every function stands on. */
export interface Platform {
  stage: Stage
  /** Folder with one bundle a function. */
  bundles: string
  table: RecordTable
  encryptionKey: EncryptionKey
  tracing: IManagedPolicy
  alarms: Alarms
  /** Environment of every function that meets people or their records. */
  environment: { readonly [name: string]: string }
}
