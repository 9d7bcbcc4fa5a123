import { createClock } from '../clock.ts'
import { openSealedTable } from '../store/dynamodb-sealed.ts'
import { openBucketHeads } from './bucket-heads.ts'
import { createCheckpointHandler } from './handler.ts'
import { createKmsSigner } from './kms-signer.ts'
import { requiredNames } from './settings.ts'

const { table, bucket, key } = requiredNames(process.env)

export const handler = createCheckpointHandler({
  store: openSealedTable({ table }),
  heads: openBucketHeads(bucket),
  signer: createKmsSigner(key),
  now: createClock(Date.now).now,
  log: (line) => process.stdout.write(`${line}\n`),
})
