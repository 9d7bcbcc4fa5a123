import * as z from 'zod/mini'
import type { AgreementDocument } from '../agreement-data.ts'
import { dataOf, type Step } from './call.ts'

/** Documents of one agreement, at most. */
export const mostDocuments = 60

/**
 * A file has been stored and looked at: it becomes the next document, and none that is there is touched. Only the product
 * itself says what a file is, after the route has let somebody send it.
 */
export const addDocument: Step = {
  from: ['draft', 'negotiation', 'signed', 'active', 'amending', 'terminated', 'closed'],
  who: (actor) => actor.system === true,
  input: z.strictObject({ document: z.record(z.string(), z.unknown()) }),
  requires: (call) =>
    (dataOf(call).documents ?? []).length < mostDocuments
      ? []
      : [{ pointer: '/documents', rule: 'tooManyDocuments', source: '', params: { most: mostDocuments } }],
  apply: (call) => {
    const { documents = [] } = dataOf(call)
    const given = call.input['document'] as Omit<AgreementDocument, 'n' | 'at' | 'by'>
    const document = { n: documents.length + 1, ...given, at: call.context.now, by: call.actor.personId }
    return { data: { documents: [...documents, document] } }
  },
}
