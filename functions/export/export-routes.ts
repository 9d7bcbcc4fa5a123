import * as z from 'zod/mini'
import { assetFilterShape, assetListQuery } from '../assets/asset-list-route.ts'
import { askedKinds, type ListParameters } from '../assets/asset-query.ts'
import { attachment } from '../files/attachment.ts'
import { listQuery, listSchema } from '../http/record-query.ts'
import kindsEn from '../http/text/en/kind.json' with { type: 'json' }
import kindsSv from '../http/text/sv/kind.json' with { type: 'json' }
import { personRoute, type PersonCall, type Reply, type Route, type Words } from '../http/route.ts'
import { operationWords } from '../intake/sentences.ts'
import type { IntakeTarget } from '../intake/target.ts'
import type { IntakeDeps } from '../intake/work.ts'
import type { ListQuery } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import { exportContent, type Format, formats } from './content.ts'

type KindName = keyof typeof kindsSv

/** A list that can be had as a file: where, what narrows it, and what it is then of. */
interface ExportList {
  path: string
  operationId: string
  name: string
  many: Words
  query: z.ZodMiniType<ListParameters>
  kinds(parameters: ListParameters): readonly Kind<object>[]
  asked(parameters: ListParameters): ListQuery
}

const form = { format: z.enum(formats), fields: z.optional(z.string().check(z.maxLength(4000))) }
const linkSeconds = 300

/** Every list of what files can be read into, as a file: what the list shows, all its pages. */
export function exportRoutes(deps: IntakeDeps): Route[] {
  return [...deps.targets.map(({ kind }) => listOf(kind as Kind<object>)), assets].map((list) =>
    personRoute({
      method: 'GET',
      path: list.path,
      operationId: list.operationId,
      summary: operationWords('export', { sv: { many: list.many.sv }, en: { many: list.many.en } }),
      query: list.query,
      success: { status: 200 },
      handler: (call) => answer(deps, list, call),
    }),
  )
}

async function answer(deps: IntakeDeps, list: ExportList, call: PersonCall<ListParameters, unknown>): Promise<Reply> {
  const { format: wanted, fields, ...parameters } = call.query
  const format = wanted as Format
  const kinds = list.kinds(parameters).map(({ name }) => name)
  const targets = deps.targets.filter((target: IntakeTarget) => kinds.includes(target.kind.name))
  const chosen = fields === undefined ? undefined : new Set(String(fields).split(','))
  const actor = { ...call.actor, language: call.language }
  const name = `${list.name}-${deps.now().slice(0, 10)}.${format}`
  const { type, content } = await exportContent(
    deps,
    { targets, query: list.asked(parameters), format, fields: chosen, name },
    actor,
  )
  if (!deps.files.downloadLink) {
    return {
      headers: { 'Content-Type': type, 'Content-Disposition': attachment(name), 'Cache-Control': 'no-store' },
      content,
    }
  }
  const path = `exports/${deps.newId('exp')}.${format}`
  await deps.files.put(path, content)
  const address = await deps.files.downloadLink(path, { seconds: linkSeconds, fileName: name, type })
  return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } }
}

function listOf(kind: Kind<object>): ExportList {
  const { id: _, limit: __, cursor: ___, ...filters } = (listSchema(kind, false) as unknown as z.ZodMiniObject).shape
  const plural = kind.plural
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  return {
    path: `/api/${kind.plural}/export`,
    operationId: `export${plural}`,
    name: kind.name,
    many: { sv: kindsSv[kind.name as KindName].many, en: kindsEn[kind.name as KindName].many },
    query: z.strictObject({ ...filters, ...form }) as unknown as z.ZodMiniType<ListParameters>,
    kinds: () => [kind],
    asked: (parameters) => listQuery(kind, parameters),
  }
}

const assets: ExportList = {
  path: '/api/assets/export',
  operationId: 'exportAssets',
  name: 'asset',
  many: operationWords('assets'),
  query: z.strictObject({ ...assetFilterShape, ...form }) as unknown as z.ZodMiniType<ListParameters>,
  kinds: askedKinds,
  asked: assetListQuery,
}
