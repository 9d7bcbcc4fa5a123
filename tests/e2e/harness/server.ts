import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../../support/free-port.ts'

const root = resolve(import.meta.dirname, '../../..')
const startMs = 90_000
const stopMs = 10_000

/** The real local server in a process of its own, on a free port, with a data directory of its own. */
export interface RunningServer {
  origin: string
  dataDir: string
  /** What it has written to its log. */
  log(): string
  /** Kills it as a power cut would: no chance to finish anything. */
  kill(): Promise<void>
  /** Starts it again on the same port and data; `clock` moves its time. */
  start(clock?: string): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

/** Starts `functions/local.ts` with the demo data, its clock at `clock` (RFC 3339). */
export async function openServer(clock = '2026-11-20T09:00:00Z'): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'forteckna-e2e-'))
  const port = await freePort()
  let child: ChildProcess | undefined
  let written = ''
  let lastClock = clock

  const start = async (newClock = lastClock): Promise<void> => {
    lastClock = newClock
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, CLOCK: newClock }
    const started = spawn(process.execPath, [join(root, 'functions/local.ts')], { env, cwd: root })
    child = started
    written = ''
    started.once('exit', (code, signal) => (written += `\nended with ${code ?? signal}`))
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`the server is not ready: ${written}`)), startMs)
      const hear = (part: Buffer): void => {
        written += part.toString()
        if (!/ready on/.test(written)) return
        clearTimeout(timer)
        ready()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      started.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${written}`)))
    })
  }
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((done) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return done()
      const ended = child
      const timer = setTimeout(() => ended.kill('SIGKILL'), stopMs)
      ended.once('exit', () => {
        clearTimeout(timer)
        done()
      })
      ended.kill(signal)
    })

  await start()
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    log: () => written,
    kill: () => end('SIGKILL'),
    start: async (newClock) => {
      await end('SIGTERM')
      await start(newClock)
    },
    close: async () => {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
