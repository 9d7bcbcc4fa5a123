import { createHash } from 'node:crypto'
import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { ImportJob, UploadFault } from './job.ts'
import type { Held } from './job-store.ts'
import { proposeMapping } from './mapping.ts'
import { noCounts } from './outcome.ts'
import { places } from './pages.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { readUpload, uploadLimits } from './receive-file.ts'
import type { IntakeTarget } from './target.ts'
import { type IntakeDeps, sourceOf, targetOf, type Work } from './work.ts'

/** How long a file may be sent to its address. */
export const uploadSeconds = 15 * 60
const uploadType = 'application/octet-stream'

/** Where a browser sends a file, with which headers, and until when. */
export interface UploadAddress {
  address: string
  headers: { [name: string]: string }
  until: string
}

/** A file that somebody is about to send. */
export interface Announced {
  target: IntakeTarget
  source: string
  fileName: string
  bytes: number
}

/** Begins an import whose file is yet to come. Throws `invalid` for one that is empty or over the limit. */
export async function announceUpload(
  deps: IntakeDeps,
  { target, source, fileName, bytes }: Announced,
  actor: Actor,
): Promise<{ job: ImportJob; upload: UploadAddress }> {
  if (bytes === 0) throw refused('upload-empty')
  if (bytes > uploadLimits.bytes)
    throw new RegisterError('too-large', 'the file is over its limit', {
      params: { maximum: uploadLimits.bytes / (1024 * 1024) },
    })
  const id = deps.newId('imp')
  const saved = await deps.jobs.mapping(target.kind.name, source)
  const upload = await addressOf(deps, { id, bytes })
  const job: ImportJob = {
    id,
    kind: target.kind.name,
    source,
    fileName,
    hash: '',
    bytes,
    createdAt: deps.now(),
    createdBy: actor.personId,
    state: 'uploading',
    uploadUntil: upload.until,
    readAs: unread,
    columns: [],
    mapping: proposeMapping(target, [], saved),
    remembered: saved !== undefined,
    run: 0,
    progress: { done: 0 },
    counts: { ...noCounts },
    pages: {},
    cleared: {},
    kept: {},
    unknown: [],
  }
  await deps.jobs.open(job)
  return { job, upload }
}

/** A new address, for a file that has not come in time. Throws `transition-refused` once it has come. */
export async function renewUpload(deps: IntakeDeps, held: Held): Promise<{ job: ImportJob; upload: UploadAddress }> {
  const { fault, ...job } = held.job
  if (job.state !== 'uploading' && fault?.reason !== 'upload-missing') throw refused('upload-over')
  const upload = await addressOf(deps, job)
  const next: ImportJob = { ...job, state: 'uploading', uploadUntil: upload.until }
  return { job: (await deps.jobs.save(held, next)).job, upload }
}

/** Whether the file of an import lies where it was to be put. */
export async function hasCome({ files }: Pick<IntakeDeps, 'files'>, id: string): Promise<boolean> {
  const content = await files.read(places.upload(id))
  for await (const _ of content ?? []) return true
  return false
}

/** Reads how a file that has come is built, and proposes what its columns hold. */
export async function readUploaded(deps: IntakeDeps, work: Work): Promise<void> {
  const { job } = work
  const target = targetOf(deps, job.kind)
  if (!target) throw new Error(`no import of ${job.kind}`)
  const { bytes, hash } = await measure(deps, job.id)
  if (bytes !== job.bytes) return fail(deps, work, 'upload-size', { bytes, expected: job.bytes })
  try {
    const { readAs, columns } = await readUpload(deps, job.id, target)
    const saved = await deps.jobs.mapping(target.kind.name, job.source)
    const claim = await deps.jobs.claim({ ...job, hash })
    if (!claim.isNew) return await fail(deps, work, 'same-file', {}, claim.other)
    const { appliedBefore } = claim
    await work.save({
      state: 'mapping',
      hash,
      readAs,
      columns,
      mapping: proposeMapping(target, columns, saved),
      remembered: saved !== undefined,
      ...(appliedBefore && { appliedBefore }),
    })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    await work.save({ state: 'failed', fault: { reason: error.reason, params: error.params } })
  }
}

/** The file is none that can be used: nothing is kept of it. */
async function fail(
  deps: IntakeDeps,
  work: Work,
  reason: UploadFault,
  params: { [name: string]: number } = {},
  sameAs?: string,
): Promise<void> {
  await work.save({ state: 'failed', fault: { reason, params }, ...(sameAs && { sameAs }) })
  await deps.files.remove(places.upload(work.job.id))
}

async function measure(deps: IntakeDeps, id: string): Promise<{ bytes: number; hash: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of sourceOf(deps, places.upload(id))) {
    hash.update(piece)
    bytes += piece.byteLength
  }
  return { bytes, hash: hash.digest('hex') }
}

async function addressOf(deps: IntakeDeps, { id, bytes }: { id: string; bytes: number }): Promise<UploadAddress> {
  const address = await deps.files.uploadLink?.(places.upload(id), { seconds: uploadSeconds, type: uploadType, bytes })
  if (!address) throw new RegisterError('not-found', 'files are sent to the service itself here')
  const until = new Date(Date.parse(deps.now()) + uploadSeconds * 1000).toISOString()
  return { address, headers: { 'content-type': uploadType }, until }
}

function refused(rule: string, params: { [name: string]: number } = {}): RegisterError {
  return new RegisterError('transition-refused', rule, { missing: [{ pointer: '', rule, source: '', params }] })
}

const unread: ImportJob['readAs'] = {
  format: 'csv',
  encoding: 'utf-8',
  byteOrderMark: false,
  delimiter: ',',
  lineEnd: 'lf',
  headingRow: 1,
}
