import * as z from 'zod/mini'
import { codeOf, isVocabulary, vocabularies } from '../processing/vocabulary.ts'
import type { Context } from '../register/context.ts'
import type { FieldError } from '../register/errors.ts'
import { defineKind } from '../register/kind.ts'
import { fixedFields, line } from './field.ts'
import { always } from './lifespan.ts'
import { vocabularyCodeOutline } from './vocabulary-code-outline.ts'

const code = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{1,59}$/))

const schema = z.strictObject({
  vocabulary: code,
  code,
  sv: line(120),
  en: line(120),
  class: z.optional(z.enum(['ordinary', 'nationalId', 'integrity', 'adminDetention', 'art9', 'art10'])),
  parent: z.optional(line(60)),
  retired: z.optional(z.boolean()),
})

/** A code that the data protection officer has added to a vocabulary. Retired, it stays readable where it was used. */
export type VocabularyCodeData = z.infer<typeof schema>

export const vocabularyCode = defineKind<VocabularyCodeData>({
  ...vocabularyCodeOutline,
  schema,
  ...always<VocabularyCodeData>(),
  orgUnitId: () => undefined,
  check: (data, context, { before }) => [...fixedFields(before, data, ['vocabulary', 'code']), ...fits(data, context)],
  unique: ({ data }) => [{ scope: 'vocabularyCode', value: `${data.vocabulary}/${data.code}` }],
  touches: ['directory'],
})

function fits({ vocabulary, code: own, parent }: VocabularyCodeData, { codes }: Context): FieldError[] {
  if (!isVocabulary(vocabulary)) return [{ pointer: '/vocabulary', code: 'vocabulary-unknown' }]
  if (!vocabularies[vocabulary].extensible) return [{ pointer: '/vocabulary', code: 'vocabulary-closed' }]
  if (codeOf(vocabulary, own)) return [{ pointer: '/code', code: 'code-built-in' }]
  const counted = parent === undefined || (parent !== own && codeOf(vocabulary, parent, codes))
  return counted ? [] : [{ pointer: '/parent', code: 'unknown-parent' }]
}
