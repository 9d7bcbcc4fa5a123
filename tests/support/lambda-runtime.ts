import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What Lambda's own runtime does, in a process that `startLambda` has forked: loads the handler by name and hands it events. */
interface Invocation {
  id: string
  event: unknown
  timeoutMs: number
}

const [file = '', name = ''] = String(process.env['_HANDLER']).split('.')
const started = performance.now()
const loaded = await import(pathToFileURL(join(String(process.env['LAMBDA_TASK_ROOT']), `${file}.mjs`)).href)
process.send?.({ ready: true, initMs: performance.now() - started })

process.on('message', ({ id, event, timeoutMs }: Invocation) => {
  const until = Date.now() + timeoutMs
  const context = {
    awsRequestId: id,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-north-1:000000000000:function:${process.env['AWS_LAMBDA_FUNCTION_NAME']}`,
    memoryLimitInMB: '1024',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
  }
  const cpu = process.cpuUsage()
  const answer = (what: object) => {
    const { user, system } = process.cpuUsage(cpu)
    process.send?.({ id, cpuMs: (user + system) / 1000, ...what })
  }
  Promise.resolve()
    .then(() => loaded[name](event, context))
    .then(
      (result: unknown) => answer({ result: JSON.stringify(result ?? null) }),
      (error: unknown) =>
        answer({
          error:
            error instanceof Error
              ? { name: error.name, message: error.message, stack: error.stack }
              : { name: 'Error', message: String(error) },
        }),
    )
})
