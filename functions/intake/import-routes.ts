import * as z from 'zod/mini'
import { bytesOf } from '../export/bytes.ts'
import { delimitedType } from '../export/delimited.ts'
import { attachment } from '../files/attachment.ts'
import { cursorText, defaultLimit, pageLimit } from '../http/page-query.ts'
import { personRoute, type PersonCall, type Route, type Sentences } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'
import { faultyFile } from './faulty-file.ts'
import type { Imports } from './imports.ts'
import type { ImportJob } from './job.ts'
import { outcomes } from './outcome.ts'
import type { UnreadableReason } from './read/unreadable-file.ts'
import { rowsPage } from './rows-page.ts'
import { applyBody, jobSchema, jobWithRows, mappingBody, sourceName, uploadShape } from './schemas.ts'
import { operationWords, problemWords, unreadableWords } from './sentences.ts'
import { viewOfJob } from './view.ts'
import { type IntakeDeps, targetOf } from './work.ts'

const linkSeconds = 300
const fileTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
]

const sentences: Sentences = {
  missing: ({ rule, params }, language) => problemWords(rule, language, params),
  field: ({ code, params }, language) =>
    code.startsWith('unreadable-')
      ? unreadableWords(code.slice('unreadable-'.length) as UnreadableReason, language, params)
      : problemWords(code, language, params),
}

/** Files on their way into the register: received, mapped, checked, applied. */
export function importRoutes(deps: IntakeDeps, imports: Imports): Route[] {
  const kind = z.enum(deps.targets.map((target) => target.kind.name))
  const show = (job: ImportJob, { language }: PersonCall<unknown, unknown>) => {
    const target = targetOf(deps, job.kind)
    if (!target) throw new Error(`no import of ${job.kind}`)
    return viewOfJob(job, target, language)
  }
  return [
    personRoute({
      method: 'POST',
      path: '/api/imports',
      operationId: 'receiveImport',
      summary: operationWords('create'),
      query: z.strictObject({ kind, source: sourceName, name: z.optional(z.string().check(z.maxLength(200))) }),
      fileTypes,
      success: { status: 201, schema: jobSchema },
      sentences,
      handler: async (call) => {
        const { request, query, actor } = call
        assertType(request.headers.get('content-type'))
        const upload = { ...query, fileName: fileNameOf(query.name), content: request.body ?? new Uint8Array() }
        const { job } = await imports.receive(upload, actor)
        return { headers: { Location: `/api/imports/${job.id}` }, body: show(job, call) }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/imports/upload',
      operationId: 'prepareImport',
      summary: operationWords('prepare'),
      body: z.strictObject({
        kind,
        source: sourceName,
        name: z.optional(z.string().check(z.maxLength(200))),
        bytes: z.int().check(z.minimum(0)),
      }),
      success: { status: 201, schema: z.strictObject({ id: z.optional(z.string()), upload: z.optional(uploadShape) }) },
      sentences,
      handler: async ({ body: { name, ...about }, actor }) => {
        const announced = await imports.announce({ ...about, fileName: fileNameOf(name) }, actor)
        if (!announced) return { body: {} }
        const { job, upload } = announced
        return { headers: { Location: `/api/imports/${job.id}` }, body: { id: job.id, upload } }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/imports/:id/upload',
      operationId: 'renewImportUpload',
      summary: operationWords('link'),
      success: { status: 201, schema: z.strictObject({ id: z.string(), upload: uploadShape }) },
      sentences,
      handler: async ({ params, actor }) => {
        const { job, upload } = await imports.renew(params['id'] ?? '', actor)
        return { body: { id: job.id, upload } }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/imports/:id/uploaded',
      operationId: 'confirmImportUpload',
      summary: operationWords('uploaded'),
      success: { status: 202, schema: jobSchema },
      sentences,
      handler: async (call) => ({ body: show(await imports.uploaded(call.params['id'] ?? '', call.actor), call) }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/imports',
      operationId: 'listImports',
      summary: operationWords('list'),
      query: z.strictObject({ kind }),
      success: { status: 200, schema: z.strictObject({ items: z.array(jobSchema) }) },
      handler: async (call) => {
        const jobs = await imports.recent(call.query.kind, call.actor)
        return { body: { items: jobs.map((job) => show(job, call)) } }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/imports/:id',
      operationId: 'getImport',
      summary: operationWords('get'),
      query: z.strictObject({
        show: z.optional(z.enum(outcomes)),
        limit: z.optional(pageLimit),
        cursor: z.optional(cursorText),
      }),
      success: { status: 200, schema: jobWithRows },
      handler: async (call) => {
        const { params, query, actor } = call
        const job = await imports.get(params['id'] ?? '', actor)
        const asked = query.show && {
          show: query.show,
          limit: query.limit ?? defaultLimit,
          ...(query.cursor && { cursor: query.cursor }),
        }
        const rows = asked && (await rowsPage(deps, job, asked, { ...actor, language: call.language }))
        return { body: { ...show(job, call), ...(rows && { rows }) } }
      },
    }),
    personRoute({
      method: 'PUT',
      path: '/api/imports/:id/mapping',
      operationId: 'mapImport',
      summary: operationWords('mapping'),
      body: mappingBody,
      success: { status: 200, schema: jobSchema },
      sentences,
      handler: async (call) => {
        const { columns, readAs, ...rest } = call.body
        const change = {
          ...defined(rest),
          ...(readAs && { readAs: defined(readAs) }),
          ...(columns && {
            columns: columns.map(({ position, field, blank = 'keep' }) => ({
              position,
              blank,
              ...(field && { field }),
            })),
          }),
        }
        return { body: show(await imports.map(call.params['id'] ?? '', change, call.actor), call) }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/imports/:id/apply',
      operationId: 'applyImport',
      summary: operationWords('apply'),
      body: applyBody,
      success: { status: 202, schema: jobSchema },
      sentences,
      handler: async (call) => {
        const { mode, confirmed } = call.body
        const how = { mode, ...(confirmed !== undefined && { confirmed }) }
        return { body: show(await imports.apply(call.params['id'] ?? '', how, call.actor), call) }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/imports/:id/faulty',
      operationId: 'getFaultyRows',
      summary: operationWords('faulty'),
      success: { status: 200 },
      handler: async ({ params, actor, language }) => {
        const job = await imports.get(params['id'] ?? '', actor)
        const name = `fel-${job.fileName.replace(/\.\w+$/, '') || job.source}.csv`
        const content = bytesOf(faultyFile(deps, job, { ...actor, language }))
        const headers = { 'Content-Type': delimitedType, 'Content-Disposition': attachment(name) }
        if (!deps.files.downloadLink) return { headers, content }
        const path = `exports/${deps.newId('exp')}.csv`
        await deps.files.put(path, content)
        const options = { seconds: linkSeconds, fileName: name, type: delimitedType }
        const address = await deps.files.downloadLink(path, options)
        return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } }
      },
    }),
  ]
}

function assertType(header: string | null): void {
  const type = (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!fileTypes.includes(type)) throw new RegisterError('unsupported-type', `a file of type ${type}`)
}

/** The last part of what a browser calls the file, without signs that mean something elsewhere. */
function fileNameOf(name = ''): string {
  return (name.split(/[\\/]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
    .trim()
    .slice(0, 120)
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
}
