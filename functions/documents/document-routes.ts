import * as z from 'zod/mini'
import { attachment } from '../files/attachment.ts'
import type { ScanVerdict } from '../files/file-store.ts'
import type { Deps } from '../http/deps.ts'
import { cursorText, pageLimit } from '../http/page-query.ts'
import { idOf } from '../http/record-reply.ts'
import { pageOf } from '../http/record-schema.ts'
import { personRoute, type PersonCall, type Reply, type Route, type Sentences, type Words } from '../http/route.ts'
import { pageOfWhole } from '../http/whole-list.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import { isMask } from '../register/read/mask.ts'
import type { RecordOf } from '../register/record.ts'
import { addedDocument } from './added.ts'
import { documentTypeOf, documentTypes, isFileName } from './document-type.ts'
import type { KeptDocument, WithDocuments } from './document.ts'
import { logDownload } from './download-log.ts'
import { faulty, sentFile, uploadPath } from './sent-file.ts'
import { documentSentence } from './sentences.ts'

const linkSeconds = 300
const uploadId = /^upl_[0-9A-Z]{26}$/

/** Whose documents: readers of the record see them, those who may edit it (by its kind's policy, in any state) add to them. */
export interface DocumentsOf<T extends WithDocuments, P extends readonly string[]> {
  /** With the transition `addDocument` and the field `documents`. */
  kind: Kind<T>
  /** What a document may be to the record. */
  parts: P
  /** What it is when nobody says. */
  usualPart: P[number]
  /** What each route does, for the OpenAPI document. */
  summaries: { readonly [route in 'list' | 'add' | 'upload' | 'get']: Words }
  /** What a record that is full lacks. */
  missing: NonNullable<Sentences['missing']>
}

const upload = z.strictObject({ upload: z.string(), address: z.string(), method: z.literal('PUT') })

/** The files of a kind's records: every version kept, every download logged. */
export function documentRoutes<T extends WithDocuments, const P extends readonly string[]>(
  deps: Deps,
  { kind, parts, usualPart, summaries, missing }: DocumentsOf<T, P>,
): Route[] {
  const sentences = { field: documentSentence, missing }
  const path = `/api/${kind.plural}/:id/documents`
  const called = kind.name.charAt(0).toUpperCase() + kind.name.slice(1)
  const document = documentSchema(parts)
  const name = z.string().check(z.maxLength(300))
  return [
    personRoute({
      method: 'GET',
      path,
      operationId: `list${called}Documents`,
      summary: summaries.list,
      query: z.strictObject({ limit: z.optional(pageLimit), cursor: z.optional(cursorText) }),
      success: { status: 200, schema: pageOf(document) },
      handler: async (call) => {
        const { data } = await readable(deps, kind, call)
        const { items, ...rest } = pageOfWhole(data.documents ?? [], call.query)
        return { body: { items: await Promise.all(items.map((one) => shown(deps, one))), ...rest } }
      },
    }),
    personRoute({
      method: 'POST',
      path,
      operationId: `add${called}Document`,
      summary: summaries.add,
      query: z.strictObject({
        name,
        part: z.optional(z.enum(parts)),
        replaces: z.optional(z.coerce.number().check(z.multipleOf(1), z.minimum(1))),
        upload: z.optional(z.string().check(z.regex(uploadId))),
      }),
      fileTypes: documentTypes,
      success: { status: 201, schema: document },
      sentences,
      handler: async (call) => {
        const { name, part = usualPart, replaces } = call.query
        const { id, data } = await editable(deps, kind, call)
        if (!isFileName(name)) throw faulty('name', 'file-name')
        if (replaces !== undefined && replaces > (data.documents ?? []).length)
          throw faulty('replaces', 'no-such-document', { n: replaces })
        const content = await sentFile(deps, call, id)
        const type = documentTypeOf(name, content)
        if (!type) throw faulty('file', content.length === 0 ? 'file-empty' : 'file-type')
        const about = { name, type, part, ...(replaces !== undefined && { replaces }) }
        const added = await addedDocument(deps, kind, id, call.actor, about, content)
        if (call.query.upload) await deps.files.remove(uploadPath(id, call.query.upload))
        return {
          headers: { Location: `/api/${kind.plural}/${id}/documents/${added.n}` },
          body: await shown(deps, added),
        }
      },
    }),
    personRoute({
      method: 'POST',
      path: `${path}/upload`,
      operationId: `prepare${called}Document`,
      summary: summaries.upload,
      body: z.strictObject({ name }),
      success: { status: 201, schema: upload },
      sentences,
      handler: async (call) => {
        const { id } = await editable(deps, kind, call)
        if (!isFileName(call.body.name)) throw faulty('name', 'file-name')
        const named = deps.newId('upl')
        const address = await deps.files.uploadLink?.(uploadPath(id, named), {
          seconds: linkSeconds,
          type: 'application/octet-stream',
        })
        if (!address) throw new RegisterError('not-found', 'files are sent to the service itself here')
        return { body: { upload: named, address, method: 'PUT' } }
      },
    }),
    personRoute({
      method: 'GET',
      path: `${path}/:n`,
      operationId: `get${called}Document`,
      summary: summaries.get,
      success: { status: 200 },
      handler: async (call) => handedOver(deps, call, await readable(deps, kind, call)),
    }),
  ]
}

function documentSchema<const P extends readonly string[]>(parts: P) {
  return z.strictObject({
    n: z.int(),
    name: z.string(),
    type: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    part: z.enum(parts),
    at: z.string(),
    by: z.string(),
    replaces: z.optional(z.int()),
    scan: z.enum(['sound', 'waiting', 'harmful', 'unscannable', 'none']),
  })
}

/** The file itself, or a link to where files are kept; logged first. Nothing that has not been found sound is handed over where files are looked through. */
async function handedOver(
  deps: Deps,
  call: PersonCall<unknown, unknown>,
  { kind, id, data }: RecordOf<WithDocuments>,
): Promise<Reply> {
  const found = (data.documents ?? []).find(({ n }) => String(n) === call.params['n'])
  if (!found) throw new RegisterError('not-found', 'no such document')
  const scan = await scanOf(deps, found)
  if (scan !== 'sound' && scan !== 'none')
    throw new RegisterError('transition-refused', `the file is ${scan}`, { reason: `file-${scan}` })
  await logDownload(deps, call.actor, { kind, id }, found.n)
  const link = await deps.files.downloadLink?.(found.file, {
    seconds: linkSeconds,
    fileName: found.name,
    type: found.type,
  })
  if (link) return { status: 303, headers: { Location: link, 'Cache-Control': 'no-store' } }
  const content = await deps.files.read(found.file)
  if (!content) throw new Error(`the file of document ${found.n} of ${id} is gone`)
  return {
    headers: {
      'Content-Type': found.type,
      'Content-Disposition': attachment(found.name),
      'Cache-Control': 'no-store',
      'X-Content-SHA256': found.sha256,
    },
    content,
  }
}

async function readable<T extends WithDocuments>(
  { engine }: Deps,
  kind: Kind<T>,
  call: PersonCall<unknown, unknown>,
): Promise<RecordOf<T>> {
  const { record } = await engine.get(kind, idOf(call), call.actor)
  if (isMask(record.data.documents)) throw new RegisterError('forbidden', 'the documents are marked as secret')
  return record
}

/** The record for who may edit it, whatever its state and whatever of it is masked. */
async function editable<T extends WithDocuments>(
  deps: Deps,
  kind: Kind<T>,
  call: PersonCall<unknown, unknown>,
): Promise<RecordOf<T>> {
  await readable(deps, kind, call)
  const { record } = await deps.engine.get(kind, idOf(call), { ...call.actor, system: true })
  if (!kind.policy.edit(call.actor, { newest: record })) throw new RegisterError('forbidden', 'may not add documents')
  return record
}

async function shown(deps: Deps, kept: KeptDocument) {
  const { file: _file, ...document } = kept
  return { ...document, scan: await scanOf(deps, kept) }
}

/** What the file was found to be; `none` where nothing looks through files, as on the local server. */
async function scanOf({ files }: Deps, { file }: KeptDocument): Promise<ScanVerdict | 'none'> {
  return (await files.scanned?.(file)) ?? 'none'
}
