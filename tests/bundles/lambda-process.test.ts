import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LambdaProcess, startLambda } from '../support/lambda-process.ts'

const script = `
let count = 0
export const handler = async (event, context) => {
  count += 1
  if (event.fail) throw new RangeError('no')
  if (event.die) process.exit(3)
  if (event.hang) return new Promise(() => setInterval(() => {}, 1000))
  console.log('line', count)
  return { count, table: process.env.TABLE_NAME, left: context.getRemainingTimeInMillis() > 0, at: undefined }
}
`

describe('a function in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forteckna-lambda-'))
  let lambda: LambdaProcess
  beforeAll(async () => {
    writeFileSync(join(folder, 'index.mjs'), script)
    const deployed = {
      folder,
      handler: 'index.handler',
      environment: { TABLE_NAME: 'records' },
      memoryMb: 128,
      timeoutMs: 2000,
    }
    lambda = await startLambda('probe', deployed)
  })
  afterAll(async () => {
    await lambda?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('keeps its state between events, and answers JSON as Lambda passes it on', async () => {
    expect(await lambda.invoke({})).toEqual({ count: 1, table: 'records', left: true })
    expect(await lambda.invoke({})).toMatchObject({ count: 2 })
    await expect.poll(() => lambda.output()).toBe('line 1\nline 2\n')
  })

  it('reports a rejection by its name and lives on', async () => {
    await expect(lambda.invoke({ fail: true })).rejects.toMatchObject({ errorType: 'RangeError' })
    expect(await lambda.invoke({})).toMatchObject({ count: 4 })
  })

  it('is begun anew after it has died, been late or been killed', async () => {
    await expect(lambda.invoke({ die: true })).rejects.toMatchObject({ errorType: 'Runtime.ExitError' })
    await expect(lambda.invoke({ hang: true })).rejects.toMatchObject({ errorType: 'Sandbox.Timedout' })
    await lambda.kill()
    expect(await lambda.invoke({})).toMatchObject({ count: 1 })
  })
})
