import * as z from 'zod/mini'
import { shapeOf } from '../fields/schema.ts'
import { readBytes } from '../http/body.ts'
import type { Deps } from '../http/deps.ts'
import { idOf } from '../http/record-reply.ts'
import { personRoute, type Route } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'
import { agreement } from './agreement.ts'
import type { SubProcessor } from './agreement-data.ts'
import { subProcessorField } from './fields/agreement.ts'
import { supplierOperation } from './operation.ts'
import { editsAgreement } from './policy.ts'
import { fieldSentence } from './sentences.ts'
import { compareLists } from './sub-processors.ts'
import { supplierVocabularies } from './vocabulary.ts'

const mostBytes = 5 * 1024 * 1024
const row = z.strictObject(shapeOf(subProcessorField.fields ?? [], supplierVocabularies))

const fileTypes = [
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
]

const answer = z.strictObject({
  readAs: z.strictObject({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string(),
    delimiter: z.string(),
    headingRow: z.int(),
  }),
  columns: z.array(z.strictObject({ position: z.int(), heading: z.string(), field: z.optional(z.string()) })),
  subProcessors: z.array(row),
  faults: z.array(
    z.strictObject({ row: z.int(), heading: z.string(), value: z.string(), code: z.string(), detail: z.string() }),
  ),
  added: z.array(z.string()),
  removed: z.array(z.string()),
})

/** Reads a supplier's published list against the one that is kept; `listSubProcessors` makes it a version. */
export function readListRoute({ engine }: Deps): Route {
  return personRoute({
    method: 'POST',
    path: '/api/agreements/:id/sub-processors/read',
    operationId: 'readSubProcessors',
    summary: supplierOperation('readSubProcessors'),
    fileTypes,
    success: { status: 200, schema: answer },
    sentences: { field: fieldSentence },
    handler: async (call) => {
      const { record } = await engine.get(agreement, idOf(call), call.actor)
      if (!editsAgreement(call.actor, record.data)) throw new RegisterError('forbidden', 'may not keep the list')
      const { readListFile } = await import('./published/read-file.ts')
      const read = await readListFile(await readBytes(call.request, mostBytes)).catch(unreadable)
      const { format, encoding, delimiter, headingRow } = read.readAs
      const { added, removed } = compareLists(record.data.subProcessors ?? [], read.subProcessors)
      const names = (list: readonly SubProcessor[]) => list.map(({ name }) => name)
      return {
        body: {
          readAs: { format, encoding, delimiter, headingRow },
          columns: read.headings.map((one, at) => ({ ...one, ...(read.fields[at] && { field: read.fields[at] }) })),
          subProcessors: read.subProcessors.slice(0, subProcessorField.many),
          faults: read.faults.map((fault) => ({
            ...fault,
            detail:
              fieldSentence(
                { pointer: '', code: `list-${fault.code}`, params: { value: fault.value } },
                call.language,
              ) ?? '',
          })),
          added: names(added),
          removed: names(removed),
        },
      }
    },
  })
}

function unreadable(error: unknown): never {
  if (error instanceof Error && error.name === 'UnreadableFile')
    throw new RegisterError('invalid', error.message, { errors: [{ pointer: '/file', code: 'list-unreadable' }] })
  throw error
}
