/** Every way a request can fail that its caller should understand. The HTTP status of each stands in `http/problem.ts`. */
export type ErrorCode =
  | 'malformed'
  | 'invalid'
  | 'not-found'
  | 'already-exists'
  | 'revision-conflict'
  | 'transition-refused'
  | 'precondition-required'
  | 'limit-exceeded'
  | 'unauthenticated'
  | 'forbidden'
  | 'busy'
  | 'too-large'
  | 'unsupported-type'
  | 'method-not-allowed'

/** One thing wrong with a body: where (JSON pointer into `data`), which rule, and the values its sentence needs. */
export interface FieldError {
  pointer: string
  code: string
  params?: { [name: string]: string | number }
}

/** What a transition still lacks: pointer into `data`, the question or rule behind it, and its legal source. */
export interface Missing {
  pointer: string
  rule: string
  source: string
  /** Key of the sentence in the service's texts; `rule` when absent. */
  text?: string
  params?: { [name: string]: string | number }
}

export interface ErrorExtra {
  errors?: FieldError[]
  missing?: Missing[]
  currentRevision?: number
  id?: string
  pointer?: string
  retryAfterSeconds?: number
  allow?: string[]
  /** Key of a more exact sentence than the code's own, in `http/text`. */
  reason?: string
  params?: { [name: string]: string | number }
}

/** The only error that reaches a caller; `message` is for the log, the caller's sentence comes from the code and `extra`. */
export class RegisterError extends Error {
  override name = 'RegisterError'
  readonly code: ErrorCode
  readonly extra: ErrorExtra
  constructor(code: ErrorCode, message: string, extra: ErrorExtra = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.extra = extra
  }
}
