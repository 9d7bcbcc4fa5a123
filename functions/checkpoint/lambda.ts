import { createClock } from '../clock.ts'
import { scanTable } from '../store/dynamodb-scan.ts'
import { openDynamoStore } from '../store/dynamodb.ts'
import { openBucketHeads } from './bucket-heads.ts'
import { createCheckpointHandler } from './handler.ts'
import { createKmsSigner } from './kms-signer.ts'
import { requiredNames } from './settings.ts'

const { table, bucket, key } = requiredNames(process.env)

export const handler = createCheckpointHandler({
  store: openDynamoStore({ table, scan: scanTable }),
  heads: openBucketHeads(bucket),
  signer: createKmsSigner(key),
  now: createClock(Date.now).now,
  log: (line) => process.stdout.write(`${line}\n`),
})
