import * as z from 'zod/mini'
import { attachment } from '../files/attachment.ts'
import { FileTooLarge, readWhole } from '../files/file-store.ts'
import { readBytes } from '../http/body.ts'
import type { Deps } from '../http/deps.ts'
import { cursorText, pageLimit } from '../http/page-query.ts'
import { idOf } from '../http/record-reply.ts'
import { pageOf } from '../http/record-schema.ts'
import { personRoute, type PersonCall, type Reply, type Route } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'
import type { RecordOf } from '../register/kind.ts'
import { isMask } from '../register/mask.ts'
import { agreement } from './agreement.ts'
import type { AgreementData, AgreementDocument } from './agreement-data.ts'
import { documentTypeOf, documentTypes, isFileName } from './documents/document-type.ts'
import { logDownload } from './documents/download-log.ts'
import { addedDocument } from './documents/added.ts'
import { supplierOperation } from './operation.ts'
import { editsAgreement } from './policy.ts'
import { fieldSentence, missingSentence } from './sentences.ts'
import { supplierVocabularies } from './vocabulary.ts'
import { pageOfWhole } from './whole-list.ts'

const mostBytes = 25 * 1024 * 1024
const linkSeconds = 300
const uploadId = /^upl_[0-9A-Z]{26}$/

const document = z.strictObject({
  n: z.int(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  part: z.enum(supplierVocabularies.documentPart),
  at: z.string(),
  by: z.string(),
  replaces: z.optional(z.int()),
})

const describing = {
  name: z.string().check(z.maxLength(300)),
  part: z.optional(z.enum(supplierVocabularies.documentPart)),
  replaces: z.optional(z.coerce.number().check(z.multipleOf(1), z.minimum(1))),
}

const upload = z.strictObject({ upload: z.string(), address: z.string(), method: z.literal('PUT') })

/** The signed agreement and its annexes as files: every version kept, every download logged. */
export function documentRoutes(deps: Deps): Route[] {
  const sentences = { field: fieldSentence, missing: missingSentence }
  const path = '/api/agreements/:id/documents'
  return [
    personRoute({
      method: 'GET',
      path,
      operationId: 'listAgreementDocuments',
      summary: supplierOperation('documents'),
      query: z.strictObject({ limit: z.optional(pageLimit), cursor: z.optional(cursorText) }),
      success: { status: 200, schema: pageOf(document) },
      handler: async (call) => {
        const { data } = await readable(deps, call)
        return { body: pageOfWhole((data.documents ?? []).map(shown), call.query) }
      },
    }),
    personRoute({
      method: 'POST',
      path,
      operationId: 'addAgreementDocument',
      summary: supplierOperation('addDocument'),
      query: z.strictObject({ ...describing, upload: z.optional(z.string().check(z.regex(uploadId))) }),
      fileTypes: documentTypes,
      success: { status: 201, schema: document },
      sentences,
      handler: async (call) => {
        const { name, part = 'agreement', replaces } = call.query
        const { id, data } = await editable(deps, call)
        if (!isFileName(name)) throw faulty('name', 'file-name')
        if (replaces !== undefined && replaces > (data.documents ?? []).length)
          throw faulty('replaces', 'no-such-document', { n: replaces })
        const content = await contentOf(deps, call, id)
        const type = documentTypeOf(name, content)
        if (!type) throw faulty('file', content.length === 0 ? 'file-empty' : 'file-type')
        const about = { name, type, part, ...(replaces !== undefined && { replaces }) }
        const added = await addedDocument(deps, id, call.actor, about, content)
        if (call.query.upload) await deps.files.remove(uploadPath(id, call.query.upload))
        return { headers: { Location: `/api/agreements/${id}/documents/${added.n}` }, body: shown(added) }
      },
    }),
    personRoute({
      method: 'POST',
      path: `${path}/upload`,
      operationId: 'prepareAgreementDocument',
      summary: supplierOperation('documentUpload'),
      body: z.strictObject({ name: describing.name }),
      success: { status: 201, schema: upload },
      sentences,
      handler: async (call) => {
        const { id } = await editable(deps, call)
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
      operationId: 'getAgreementDocument',
      summary: supplierOperation('document'),
      success: { status: 200 },
      handler: async (call): Promise<Reply> => {
        const { id, data } = await readable(deps, call)
        const found = (data.documents ?? []).find(({ n }) => String(n) === call.params['n'])
        if (!found) throw new RegisterError('not-found', 'no such document')
        await logDownload(deps, call.actor, id, found.n)
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
      },
    }),
  ]
}

async function readable(deps: Deps, call: PersonCall<unknown, unknown>): Promise<RecordOf<AgreementData>> {
  const { record } = await deps.engine.get(agreement, idOf(call), call.actor)
  if (isMask(record.data.documents)) throw new RegisterError('forbidden', 'the documents are marked as secret')
  return record
}

async function editable(deps: Deps, call: PersonCall<unknown, unknown>): Promise<RecordOf<AgreementData>> {
  const record = await readable(deps, call)
  if (!editsAgreement(call.actor, record.data)) throw new RegisterError('forbidden', 'may not add documents')
  return record
}

/** What was sent with the request, or put where an earlier answer said. */
async function contentOf(
  { files }: Deps,
  { request, query }: PersonCall<{ upload?: string }>,
  id: string,
): Promise<Uint8Array> {
  if (!query.upload) return readBytes(request, mostBytes)
  const content = await readWhole(files, uploadPath(id, query.upload), mostBytes).catch((error: unknown) => {
    if (!(error instanceof FileTooLarge)) throw error
    throw new RegisterError('too-large', 'over 25 MB', { params: { maximum: mostBytes / (1024 * 1024) } })
  })
  if (!content) throw faulty('upload', 'no-such-upload')
  return content
}

function uploadPath(id: string, named: string): string {
  return `uploads/${id}/${named}`
}

function shown({ file: _file, ...document }: AgreementDocument): Omit<AgreementDocument, 'file'> {
  return document
}

function faulty(where: string, code: string, params?: { n: number }): RegisterError {
  return new RegisterError('invalid', code, { errors: [{ pointer: `/${where}`, code, ...(params && { params }) }] })
}
