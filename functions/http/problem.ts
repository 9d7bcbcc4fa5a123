import type { ErrorCode, FieldError, Missing } from '../register/errors.ts'
import { RegisterError } from '../register/errors.ts'
import { LimitExceeded, OutcomeUnknown, StoreBusy } from '../store/store.ts'
import type { Language } from './language.ts'
import { answerHeaders, type HttpAnswer } from './message.ts'
import type { Sentences } from './route.ts'
import { fill } from './sentence.ts'
import { onFirstNeed } from './words.ts'

/** The HTTP status of every way a request can fail; a code without one does not compile. */
export const statuses: { readonly [code in ErrorCode]: number } = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-exists': 409,
  'transition-refused': 409,
  'revision-conflict': 412,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'limit-exceeded': 422,
  'precondition-required': 428,
  busy: 503,
}

interface ProblemTexts {
  codes: { [code in ErrorCode]: { title: string; detail: string } }
  unexpected: { title: string; detail: string }
  reasons: { [reason: string]: string }
  fields: { [code: string]: string }
}

const textsIn = onFirstNeed<ProblemTexts>({
  sv: () => import('./text/sv/problem.json', { with: { type: 'json' } }),
  en: () => import('./text/en/problem.json', { with: { type: 'json' } }),
})

const retryAfterSeconds = 2

/** An answer to a request that failed, as RFC 9457 has it, in the caller's language. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode | 'unexpected'
  requestId: string
  errors?: (FieldError & { detail: string })[]
  missing?: ToldMissing[]
  currentRevision?: number
  id?: string
  pointer?: string
}

/** What is missing, in words; `law` is the legal source spelt out, where the service can. */
export interface ToldMissing extends Missing {
  detail: string
  law?: string
}

export interface Told {
  requestId: string
  language: Language
  sentences?: Sentences
}

/** What went wrong as an answer. Anything the register did not say itself is a 500 that tells nothing but the request id. */
export async function problemAnswer(error: unknown, told: Told): Promise<HttpAnswer> {
  const known = knownError(error)
  const problem = await tellProblem(error, told)
  const headers = answerHeaders({ 'Content-Type': 'application/problem+json', 'Content-Language': told.language })
  if (known?.code === 'busy') headers.set('retry-after', String(known.extra.retryAfterSeconds ?? retryAfterSeconds))
  if (known?.extra.allow) headers.set('allow', known.extra.allow.join(', '))
  if (known?.code === 'unauthenticated') headers.set('www-authenticate', 'Bearer')
  return { status: problem.status, headers, body: JSON.stringify(problem) }
}

/** What went wrong in words, for answers that report on many records at once. */
export async function tellProblem(error: unknown, told: Told): Promise<Problem> {
  const known = knownError(error)
  const texts = await textsIn(told.language)
  return known ? describe(known, told, texts) : unexpected(told, texts)
}

function knownError(error: unknown): RegisterError | undefined {
  if (error instanceof RegisterError) return error
  if (error instanceof StoreBusy || error instanceof OutcomeUnknown) return new RegisterError('busy', error.message)
  if (error instanceof LimitExceeded) return new RegisterError('limit-exceeded', error.message)
  return undefined
}

function describe({ code, extra }: RegisterError, told: Told, texts: ProblemTexts): Problem {
  const text = texts.codes[code]
  const reason = extra.reason === undefined ? undefined : texts.reasons[extra.reason]
  const { errors, missing, currentRevision, id, pointer } = extra
  return {
    type: `urn:forteckna:problem:${code}`,
    title: text.title,
    status: statuses[code],
    detail: fill(reason ?? text.detail, extra.params),
    code,
    requestId: told.requestId,
    ...(errors && { errors: errors.map((item) => ({ ...item, detail: fieldSentence(item, told, texts) })) }),
    ...(missing && { missing: toldMissing(missing, told, texts) }),
    ...(currentRevision !== undefined && { currentRevision }),
    ...(id !== undefined && { id }),
    ...(pointer !== undefined && { pointer }),
  }
}

function unexpected({ requestId }: Told, texts: ProblemTexts): Problem {
  const { title, detail } = texts.unexpected
  const type = 'urn:forteckna:problem:unexpected'
  return { type, title, status: 500, detail: fill(detail, { requestId }), code: 'unexpected', requestId }
}

/** `missing` items with the sentence that the service has for each, else the general one for something left out. */
export async function tellMissing(
  missing: readonly Missing[],
  language: Language,
  sentences?: Sentences,
): Promise<ToldMissing[]> {
  return missing.length === 0 ? [] : toldMissing(missing, { language, sentences }, await textsIn(language))
}

function toldMissing(
  missing: readonly Missing[],
  { language, sentences }: Omit<Told, 'requestId'>,
  texts: ProblemTexts,
): ToldMissing[] {
  const general = texts.fields['required'] ?? ''
  return missing.map((item) => {
    const law = item.source && sentences?.law?.(item.source, language)
    const detail = fill(sentences?.missing?.(item, language) ?? general, item.params)
    return { ...item, detail, ...(law && { law }) }
  })
}

function fieldSentence(error: FieldError, { language, sentences }: Told, { fields, codes }: ProblemTexts): string {
  return fill(sentences?.field?.(error, language) ?? fields[error.code] ?? codes.invalid.detail, error.params)
}
