import type { SQSRecord } from 'aws-lambda'
import type { ImportWork } from '../intake/work-queue.ts'

const importId = /^imp_[0-9A-Z]{26}$/
const uploadPath = /^imports\/(imp_[0-9A-Z]{26})\/upload$/

/** A message that is neither work nor news of a file: it is left for the dead-letter queue, where somebody looks at it. */
export class UnknownMessage extends Error {
  override name = 'UnknownMessage'
}

/** What a message of the queue asks for; S3's own news of files that have come stand for seeing whether one has. */
export function workOf({ body }: Pick<SQSRecord, 'body'>): ImportWork[] {
  const said = parsed(body)
  if (said['Event'] === 's3:TestEvent') return []
  if (Array.isArray(said['Records'])) return said['Records'].map(arrived)
  const { step, id, run, chunk } = said
  if (step === 'sweep' || step === 'reorganise') return [{ step }]
  if (typeof id !== 'string' || !importId.test(id)) throw new UnknownMessage('no import is named')
  if (step === 'go' || step === 'await') return [{ step, id }]
  if ((step === 'chunk' || step === 'settle') && isCount(run) && isCount(chunk)) return [{ step, id, run, chunk }]
  throw new UnknownMessage(`no such step: ${String(step)}`)
}

function parsed(body: string): { [name: string]: unknown } {
  try {
    const said: unknown = JSON.parse(body)
    if (typeof said === 'object' && said !== null) return said as { [name: string]: unknown }
  } catch (cause) {
    throw new UnknownMessage('no JSON', { cause })
  }
  throw new UnknownMessage('no object')
}

function arrived(record: unknown): ImportWork {
  const { s3 } = record as { s3?: { object?: { key?: unknown } } }
  const key = s3?.object?.key
  const id = typeof key === 'string' && uploadPath.exec(decodeURIComponent(key.replaceAll('+', ' ')))?.[1]
  if (!id) throw new UnknownMessage(`no upload of an import: ${String(key).slice(0, 100)}`)
  return { step: 'await', id }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
