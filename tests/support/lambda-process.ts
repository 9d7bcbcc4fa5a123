import { fork } from 'node:child_process'
import { join } from 'node:path'

/** One function as it would be uploaded: its code, and what the template says of it. */
export interface DeployedFunction {
  /** Folder with `index.mjs`, as the app stages it. */
  folder: string
  /** `index.handler` */
  handler: string
  environment: { [name: string]: string }
  memoryMb: number
  timeoutMs: number
}

/** A bundle loaded as Lambda does, in a process of its own: one event at a time. */
export interface LambdaProcess {
  /** Hands it an event; gives what the handler answers. @throws LambdaFault when it rejects, dies or takes too long */
  // oxlint-disable-next-line typescript/no-explicit-any -- handlers answer all sorts of things
  invoke(event: unknown): Promise<any>
  /** All that it has printed: what would stand in its log. */
  output(): string
  /** Milliseconds to load the bundle, and the processor's time of all events so far. */
  readonly initMs: number
  cpuMs(): number
  /** Ends it at once, as a crash would; the next event starts it anew. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A handler's rejection as Lambda reports it, or `Runtime.ExitError` and `Sandbox.Timedout` for one that died or was late. */
export class LambdaFault extends Error {
  override name = 'LambdaFault'
  readonly errorType: string
  constructor(errorType: string, message: string, stack?: string) {
    super(`${errorType}: ${message}${stack ? `\n${stack}` : ''}`)
    this.errorType = errorType
  }
}

interface Message {
  ready?: true
  initMs?: number
  id?: string
  cpuMs?: number
  result?: string
  error?: { name: string; message: string; stack?: string }
}

type Waiting = { resolve(message: Message): void; reject(error: unknown): void }

const runtime = join(import.meta.dirname, 'lambda-runtime.ts')
/** Of its memory a function's heap may take so much; the rest is code, buffers and the runtime. */
const heapShare = 0.9

/**
 * Starts a function's bundle. Its environment is the template's (`DeployedFunction.environment`), what Lambda itself sets, and `more`,
 * e.g. `AWS_ENDPOINT_URL_DYNAMODB`.
 */
export async function startLambda(
  service: string,
  deployed: DeployedFunction,
  more: { [name: string]: string } = {},
): Promise<LambdaProcess> {
  let cpuMs = 0
  let output = ''
  let count = 0
  let line = Promise.resolve()
  let running = await boot()

  async function boot() {
    const waiting = new Map<string, Waiting>()
    const child = fork(runtime, [], {
      execArgv: [`--max-old-space-size=${Math.floor(deployed.memoryMb * heapShare)}`, '--no-warnings'],
      env: {
        ...lambdaEnvironment(service, deployed),
        ...deployed.environment,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.on('message', (message: Message) => {
      const id = message.ready ? 'ready' : String(message.id)
      waiting.get(id)?.resolve(message)
      waiting.delete(id)
    })
    const gone = new Promise<void>((resolve) =>
      child.once('exit', (code, signal) => {
        for (const { reject } of waiting.values())
          reject(
            new LambdaFault('Runtime.ExitError', `${service} exited with ${signal ?? code}\n${output.slice(-2000)}`),
          )
        resolve()
      }),
    )
    const answerTo = (id: string) => new Promise<Message>((resolve, reject) => waiting.set(id, { resolve, reject }))
    const { initMs = 0 } = await answerTo('ready')
    return {
      child,
      gone,
      initMs,
      answerTo,
      isAlive: () => child.exitCode === null && child.signalCode === null,
    }
  }

  async function kill(): Promise<void> {
    running.child.kill('SIGKILL')
    await running.gone
  }

  async function handle(event: unknown): Promise<unknown> {
    if (!running.isAlive()) running = await boot()
    const id = `invocation-${++count}`
    const { timeoutMs } = deployed
    const answer = running.answerTo(id)
    const timer = setTimeout(() => running.child.kill('SIGKILL'), timeoutMs)
    const began = Date.now()
    running.child.send({ id, event: JSON.parse(JSON.stringify(event)), timeoutMs })
    try {
      const { result, error, cpuMs: used = 0 } = await answer
      cpuMs += used
      if (error) throw new LambdaFault(error.name, error.message, error.stack)
      return JSON.parse(result ?? 'null')
    } catch (error) {
      if (error instanceof LambdaFault && error.errorType === 'Runtime.ExitError' && Date.now() - began >= timeoutMs)
        throw new LambdaFault('Sandbox.Timedout', `${service} timed out after ${timeoutMs} ms`)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    invoke(event) {
      const answer = line.then(() => handle(event))
      line = answer.then(
        () => {},
        () => {},
      )
      return answer
    },
    output: () => output,
    initMs: running.initMs,
    cpuMs: () => cpuMs,
    kill,
    stop: kill,
  }
}

/** What Lambda sets by itself. */
function lambdaEnvironment(
  service: string,
  { folder, handler, memoryMb }: DeployedFunction,
): { [name: string]: string } {
  return {
    AWS_REGION: 'eu-north-1',
    AWS_DEFAULT_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_LAMBDA_FUNCTION_NAME: service,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: handler,
    TZ: ':UTC',
  }
}
