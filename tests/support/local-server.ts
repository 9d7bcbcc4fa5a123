import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** The local server as a process of its own. */
export interface LocalProcess {
  child: ChildProcess
  origin: string
  /** Everything printed until now. */
  output(): string
  /** Resolves when the server says that it is ready. Rejects when it ends before that. */
  ready(): Promise<void>
  /** Resolves with the exit code when the process has ended. */
  ended: Promise<number | null>
  /** What `npm run --silent token` prints for a person. */
  token(userId: string): Promise<string>
}

/** Starts `functions/local.ts` without the web, on the demo organisation alone unless the environment says otherwise. */
export function startLocal(port: number, environment: { [name: string]: string }): LocalProcess {
  const env = { ...process.env, WEB: '0', DEMO: '0', PORT: String(port), ...environment }
  const child = spawn(process.execPath, ['functions/local.ts'], { cwd: root, env })
  const origin = `http://localhost:${port}`
  let text = ''
  const gather = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', gather)
  child.stderr.on('data', gather)
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    child,
    origin,
    output: () => text,
    ready: async () => {
      while (!text.includes(`Förteckna is ready on ${origin}\n`)) {
        if (child.exitCode !== null) throw new Error(`the server ended before it was ready: ${text}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    ended,
    token: async (userId) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['functions/token.ts', userId], { cwd: root, env })
      return stdout.trim()
    },
  }
}
