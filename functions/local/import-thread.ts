import { parentPort, workerData } from 'node:worker_threads'
import { createLocalIntake } from '../local-intake.ts'
import { openRegister } from '../register-import/register-store.ts'
import type { FromImports, ImportsData, ToImports } from './import-runner.ts'

const { dataDir, start } = workerData as ImportsData
const register = openRegister(dataDir, start)
if (!register) throw new Error(`no store in ${dataDir}`)
const { runner } = createLocalIntake(register.core)

parentPort?.on('message', (message: ToImports) => void obey(message))

async function obey(message: ToImports): Promise<void> {
  if ('start' in message) return runner.start(message.start)
  if ('resume' in message) return runner.resume()
  if ('settle' in message) {
    await runner.settled()
    parentPort?.postMessage({ settled: message.settle } satisfies FromImports)
    return
  }
  await runner.close()
  await register?.close()
  parentPort?.close()
}
