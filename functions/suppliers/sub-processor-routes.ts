import * as z from 'zod/mini'
import { shapeOf } from '../fields/schema.ts'
import type { Deps } from '../http/deps.ts'
import { idOf } from '../http/record-reply.ts'
import { personRoute, type PersonCall, type Route } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'
import { agreement } from './agreement.ts'
import type { AgreementData, AnnexVersion, SubProcessor } from './agreement-data.ts'
import { subProcessorField } from './fields/agreement.ts'
import { supplierOperation } from './operation.ts'
import { compareLists } from './sub-processors.ts'
import { supplierVocabularies } from './vocabulary.ts'

const number = z.string().check(z.regex(/^[1-9]\d{0,5}$/))
const row = z.strictObject(shapeOf(subProcessorField.fields ?? [], supplierVocabularies))
const version = z.strictObject({
  version: z.int(),
  date: z.iso.date(),
  revision: z.int(),
  source: z.optional(z.string()),
})

const list = z.strictObject({ items: z.array(row), versions: z.array(version), version: z.optional(z.int()) })

const difference = z.strictObject({
  from: z.int(),
  to: z.optional(z.int()),
  added: z.array(row),
  removed: z.array(row),
  changed: z.array(
    z.strictObject({
      name: z.string(),
      fields: z.array(
        z.strictObject({ field: z.string(), from: z.optional(z.unknown()), to: z.optional(z.unknown()) }),
      ),
    }),
  ),
})

/** The list of sub-processors as it is and as it was, and what differs between two versions. */
export function subProcessorRoutes(deps: Deps): Route[] {
  return [
    personRoute({
      method: 'GET',
      path: '/api/agreements/:id/sub-processors',
      operationId: 'listSubProcessors',
      summary: supplierOperation('subProcessors'),
      query: z.strictObject({ version: z.optional(number) }),
      success: { status: 200, schema: list },
      handler: async (call) => {
        const { versions, read } = await listsOf(deps, call)
        const wanted = call.query.version === undefined ? undefined : Number(call.query.version)
        const items = await read(wanted)
        return { body: { items, versions, ...(wanted !== undefined && { version: wanted }) } }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/agreements/:id/sub-processors/diff',
      operationId: 'diffSubProcessors',
      summary: supplierOperation('subProcessorDiff'),
      query: z.strictObject({ from: number, to: z.optional(number) }),
      success: { status: 200, schema: difference },
      handler: async (call) => {
        const { read } = await listsOf(deps, call)
        const from = Number(call.query.from)
        const to = call.query.to === undefined ? undefined : Number(call.query.to)
        const [before, after] = await Promise.all([read(from), read(to)])
        return { body: { from, ...(to !== undefined && { to }), ...compareLists(before, after) } }
      },
    }),
  ]
}

type Version = Omit<AnnexVersion, 'annex'>

/** The versions of the list, and how to read one of them; the list as it is now when none is named. */
async function listsOf(
  { engine }: Deps,
  call: PersonCall,
): Promise<{ versions: Version[]; read(version: number | undefined): Promise<SubProcessor[]> }> {
  const id = idOf(call)
  const listIn = (data: AgreementData) => data.subProcessors ?? []
  const { record } = await engine.get(agreement, id, call.actor)
  const versions = (record.data.annexVersions ?? [])
    .filter(({ annex }) => annex === 'subProcessors')
    .map(({ annex: _annex, ...one }) => one)
  return {
    versions,
    async read(wanted) {
      if (wanted === undefined) return listIn(record.data)
      const found = versions.find((one) => one.version === wanted)
      if (!found) throw new RegisterError('not-found', 'no such version of the list', { reason: 'no-revision' })
      return listIn((await engine.get(agreement, id, call.actor, { revision: found.revision })).record.data)
    },
  }
}
