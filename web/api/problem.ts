/** One thing wrong with a body, as the server says it. */
export interface FieldProblem {
  pointer: string
  code: string
  detail?: string
}

/** What a record still lacks, or a finding about it; `detail` is a sentence in the reader's language. */
export interface Lack {
  pointer: string
  rule: string
  detail?: string
  source?: string
  /** The legal source spelt out. */
  law?: string
}

export interface ProblemBody {
  status: number
  code: string
  title: string
  detail?: string
  errors?: FieldProblem[]
  missing?: Lack[]
  currentRevision?: number
  /** The record that stands in the way. */
  id?: string
  retryAfterSeconds?: number
}

/** Any answer that is not a success. `status` 0: the network did not carry the question. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.status = body.status
    this.code = body.code
    this.body = body
  }
}

/** Nothing wrong with the request: asking again later may do. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Problem &&
    (error.status === 0 || error.status === 429 || error.status === 502 || error.status === 503 || error.status === 504)
  )
}

/** Reads RFC 9457 JSON; an answer in any other shape keeps its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody> & { type?: string }
  const retryAfter = Number(response.headers.get('Retry-After'))
  return new Problem({
    ...body,
    status: response.status,
    code: body.code ?? body.type?.split(/[/:]/).at(-1) ?? 'unknown',
    title: body.title ?? response.statusText,
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
  })
}
