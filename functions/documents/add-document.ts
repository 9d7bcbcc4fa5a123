import * as z from 'zod/mini'
import type { Transition } from '../register/transition-rule.ts'
import { type KeptDocument, mostDocuments, type WithDocuments } from './document.ts'

/**
 * A file has been stored and looked at: it becomes the next document, and none that is there is touched. Only the product
 * itself says what a file is, after the route has let somebody send it.
 */
export function addDocument<T extends WithDocuments>(from: readonly string[]): Transition<T> {
  return {
    from,
    who: (actor) => actor.system === true,
    input: z.strictObject({ document: z.record(z.string(), z.unknown()) }),
    requires: ({ snapshot }) =>
      (snapshot.newest.data.documents ?? []).length < mostDocuments
        ? []
        : [{ pointer: '/documents', rule: 'tooManyDocuments', source: '', params: { most: mostDocuments } }],
    apply: ({ snapshot, input, context, actor }) => {
      const { documents = [] } = snapshot.newest.data
      const given = input['document'] as Omit<KeptDocument, 'n' | 'at' | 'by'>
      const document = { n: documents.length + 1, ...given, at: context.now, by: actor.personId }
      return { data: { documents: [...documents, document] } as Partial<T> }
    },
  }
}
