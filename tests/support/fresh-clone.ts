import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './free-port.ts'
import { root } from './source-files.ts'

export interface FreshClone {
  path: string
  /** Runs a command of the package to its end and answers what it printed. Throws when it fails. */
  run(command: string, env?: { [name: string]: string }): string
  remove(): void
}

/** What is committed, cloned into an empty folder; the installed packages are those of this work tree. */
export function makeFreshClone(): FreshClone {
  const path = join(mkdtempSync(join(tmpdir(), 'forteckna-clone-')), 'clone')
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, path])
  appendFileSync(join(path, '.git', 'info', 'exclude'), 'node_modules\n')
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'))
  return {
    path,
    run: (command, env = {}) =>
      execFileSync(command, { cwd: path, encoding: 'utf8', shell: true, env: { ...ownEnvironment(), ...env } }),
    remove: () => rmSync(join(path, '..'), { recursive: true, force: true }),
  }
}

export interface RunningServer {
  origin: string
  /** Everything printed until now. */
  output(): string
  readyMs: number
  /** Asks it to end; answers its exit code and how long it took. */
  end(): Promise<{ code: number | null; tookMs: number }>
  kill(): void
}

/** Runs `npm start` in a folder and waits for the line that says it is ready. Throws when it ends before. */
export async function startServer(cwd: string, env: { [name: string]: string } = {}): Promise<RunningServer> {
  const port = await freePort()
  const begun = performance.now()
  const server = spawn('node', ['functions/local.ts'], {
    cwd,
    env: { ...ownEnvironment(), PORT: String(port), ...env },
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  await isReady(server, () => output)
  const readyMs = performance.now() - begun
  return {
    origin: `http://localhost:${port}`,
    output: () => output,
    readyMs,
    end: async () => {
      const start = performance.now()
      const code = new Promise<number | null>((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      return { code: await code, tookMs: performance.now() - start }
    },
    kill: () => server.kill('SIGKILL'),
  }
}

/** The environment of a new user: nothing of this project's set, its own tools first on the path as npm does. */
function ownEnvironment(): { [name: string]: string } {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  return { PATH: path, HOME: tmpdir(), LANG: 'C.UTF-8' }
}

async function isReady(server: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output()}`)))
    server.stdout?.on('data', () => {
      if (output().includes('Förteckna is ready on')) resolve()
    })
  })
}
