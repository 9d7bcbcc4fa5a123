import { Readable } from 'node:stream'

/** One request as DynamoDB would have seen it. */
export interface SeenRequest {
  operation: string
  input: { [field: string]: unknown }
}

export type Answer = (request: SeenRequest) => { status?: number; body: unknown } | Error

/**
 * A `requestHandler` for the SDK's client that answers from a script instead of the network; the last answer of the
 * script repeats. An `Error` stands for a connection that fails before an answer comes.
 */
export function scriptHandler(...script: Answer[]) {
  const seen: SeenRequest[] = []
  return {
    seen,
    handler: {
      async handle(request: { headers: { [name: string]: string }; body: string | Uint8Array }) {
        const operation = request.headers['x-amz-target']?.split('.')[1] ?? ''
        const call = { operation, input: JSON.parse(textOf(request.body)) as SeenRequest['input'] }
        const answer = (script[Math.min(seen.length, script.length - 1)] as Answer)(call)
        seen.push(call)
        if (answer instanceof Error) throw answer
        const body = Readable.from([Buffer.from(JSON.stringify(answer.body))])
        return { response: { statusCode: answer.status ?? 200, headers: {}, body, reason: '' } }
      },
      destroy() {},
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
    },
  }
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

export const done: Answer = () => ({ body: {} })

/** A refusal by the service, named as DynamoDB names it. */
export function refusal(type: string, extra: object = {}, status = 400): Answer {
  return () => ({ status, body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...extra } })
}

/** A transaction cancelled for these reasons, one for each action. */
export function cancelled(...reasons: { Code: string; Item?: object }[]): Answer {
  return refusal('TransactionCanceledException', { CancellationReasons: reasons })
}

/** A connection that fails as Node reports it. */
export function broken(name: string, code?: string): Answer {
  return () => Object.assign(new Error(`${name} ${code ?? ''}`), { name, ...(code ? { code } : {}) })
}
