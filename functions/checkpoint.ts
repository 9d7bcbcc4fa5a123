import { stdout } from 'node:process'
import { createClock } from './clock.ts'
import { createKmsSigner } from './checkpoint/kms-signer.ts'
import { localCheckpoint } from './checkpoint/local.ts'
import { makeCheckpoint, type CheckpointReport } from './checkpoint/checkpoint.ts'
import { openBucketHeads } from './checkpoint/bucket-heads.ts'
import { requiredNames } from './checkpoint/settings.ts'
import { openCommandStore, runCommand } from './command-store.ts'

await runCommand(async () => {
  const { store, dataDir } = await openCommandStore(process.env)
  const { now } = createClock(Date.now, process.env['CLOCK'])
  const { head, faults } = await checkpoint().finally(() => store.close())
  for (const { record, revision, problem } of faults) stdout.write(`${problem}: ${record} revision ${revision}\n`)
  stdout.write(`head ${head.number} of ${head.day}: ${head.records} leaves, root ${head.root}\n`)
  stdout.write(`signed with the key ${head.keyFingerprint}\n`)
  return faults.length === 0 ? 0 : 1

  async function checkpoint(): Promise<CheckpointReport> {
    if (dataDir !== undefined) return localCheckpoint({ store, dataDir, now }, true)
    const { bucket, key } = requiredNames(process.env)
    return makeCheckpoint({ store, heads: openBucketHeads(bucket), signer: createKmsSigner(key), now }, true)
  }
})
