import { FileTooLarge } from '../files/file-store.ts'
import type { Content } from '../files/file-store.ts'
import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import { createHeadingBook } from './headings.ts'
import type { ImportJob } from './job.ts'
import { type Mapping, proposeMapping } from './mapping.ts'
import { noCounts } from './outcome.ts'
import { places } from './pages.ts'
import { type FileColumn, inspectTable, type ReadAs, type ReadWish } from './read/table-file.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { workbookBytes } from './sheet.ts'
import type { IntakeTarget } from './target.ts'
import { sheetTextForm } from './xlsx/sheet-text-form.ts'
import { type IntakeDeps, sourceOf } from './work.ts'

/** The largest file that is taken, and the largest workbook. */
export const uploadLimits = { bytes: 200 * 1024 * 1024, workbookBytes } as const

/** A file that somebody sends. */
export interface Upload {
  target: IntakeTarget
  source: string
  fileName: string
  content: Content
}

/**
 * Keeps a file, reads how it is built and proposes what its columns hold. The same file already under way is answered instead of a new one.
 * Throws `too-large` and, for a file that cannot be read, `invalid` with the reason.
 */
export async function receiveFile(deps: IntakeDeps, { target, source, fileName, content }: Upload, actor: Actor) {
  const id = deps.newId('imp')
  const { bytes, sha256 } = await keep(deps, places.upload(id), content)
  try {
    const { readAs, columns } = await readUpload(deps, id, target)
    const saved = await deps.jobs.mapping(target.kind.name, source)
    const job: ImportJob = {
      id,
      kind: target.kind.name,
      source,
      fileName,
      hash: sha256,
      bytes,
      createdAt: deps.now(),
      createdBy: actor.personId,
      state: 'mapping',
      readAs,
      columns,
      mapping: proposeMapping(target, columns, saved),
      remembered: saved !== undefined,
      run: 0,
      progress: { done: 0 },
      counts: { ...noCounts },
      pages: {},
      cleared: {},
      kept: {},
      unknown: [],
    }
    const created = await deps.jobs.create(job)
    if (!created.isNew) await forget(deps, id)
    return created
  } catch (error) {
    await forget(deps, id)
    throw explained(error)
  }
}

/** Reads the file of an import again, as somebody who knows better has said. Throws as `receiveFile`. */
export async function readAgain(
  deps: IntakeDeps,
  job: ImportJob,
  target: IntakeTarget,
  wish: ReadWish,
): Promise<{ readAs: ReadAs; columns: FileColumn[]; mapping: Mapping }> {
  try {
    const { readAs, columns } = await readUpload(deps, job.id, target, wish)
    const saved = await deps.jobs.mapping(target.kind.name, job.source)
    return { readAs, columns, mapping: proposeMapping(target, columns, saved) }
  } catch (error) {
    throw explained(error)
  }
}

/** How the stored file of an import is built. @throws UnreadableFile when it cannot be read */
export async function readUpload(deps: IntakeDeps, id: string, target: IntakeTarget, wish: ReadWish = {}) {
  const { recognised } = createHeadingBook(target)
  const upload = () => sourceOf(deps, places.upload(id))
  if (!(await isWorkbook(upload()))) return inspectTable(upload, recognised, wish)
  const { sheet, sheets } = await deps.keepSheet(id, wish.sheet)
  const { readAs, columns } = await inspectTable(() => sourceOf(deps, places.rows(id)), recognised, {
    ...sheetTextForm,
    ...(wish.headingRow !== undefined && { headingRow: wish.headingRow }),
  })
  return { columns, readAs: { ...readAs, format: 'xlsx' as const, sheet, sheets } }
}

async function isWorkbook(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const bytes of content) {
    const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
    return start.startsWith('504b0304') || start === 'd0cf11e0'
  }
  return false
}

async function keep({ files }: IntakeDeps, path: string, content: Content) {
  try {
    return await files.put(path, content, uploadLimits.bytes)
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error
    throw new RegisterError('too-large', 'the file is over its limit', {
      params: { maximum: uploadLimits.bytes / (1024 * 1024) },
    })
  }
}

async function forget({ files }: IntakeDeps, id: string): Promise<void> {
  await files.remove(places.upload(id))
  await files.remove(places.rows(id))
}

function explained(error: unknown): unknown {
  if (!(error instanceof UnreadableFile)) return error
  const fault = { pointer: '/file', code: `unreadable-${error.reason}`, params: error.params }
  return new RegisterError('invalid', error.message, { errors: [fault] }, { cause: error })
}
