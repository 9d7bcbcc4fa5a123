import { holdsAnywhere } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import { seenAlways } from './lifespan.ts'
import type { VocabularyCodeData } from './vocabulary-code.ts'

/** How added codes are read; a line in a list says all of one. */
export const vocabularyCodeOutline: Outline<VocabularyCodeData> = {
  ...seenAlways<VocabularyCodeData>(),
  name: 'vocabularyCode',
  plural: 'vocabulary-codes',
  prefix: 'voc',
  policy: {
    view: () => 'newest',
    create: (actor) => holdsAnywhere(actor, 'dpo'),
    edit: (actor) => holdsAnywhere(actor, 'dpo'),
    secret: () => true,
  },
  sortName: (record) => record.data.sv,
  summary: ['vocabulary', 'code', 'sv', 'en', 'class', 'parent', 'retired'],
  facets: ({ data }) => ({ vocabulary: [data.vocabulary] }),
  filters: { vocabulary: { type: 'facet' } },
  sorts: ['name'],
  texts: ({ data }) => [data.sv, data.en, data.code],
  exact: ({ data }) => [data.code],
  links: () => [],
}
