import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { localCheckpoint } from '../checkpoint/local.ts'
import { createClock } from '../clock.ts'
import { openEmbeddedStore } from '../store/embedded.ts'
import type { CheckpointData, CheckpointMade } from './checkpoint-runner.ts'
import { dataFileName } from './data-store.ts'
import { giveWay } from './give-way.ts'

giveWay()
const { dataDir, start } = workerData as CheckpointData
const clock = createClock(Date.now, start)
const store = openEmbeddedStore({ file: join(dataDir, dataFileName), now: clock.ms })
const { outcome, faults } = await localCheckpoint({ store, dataDir, now: clock.now })
await store.close()
parentPort?.postMessage({ outcome, faults: faults.length } satisfies CheckpointMade)
