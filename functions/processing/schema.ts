import * as z from 'zod/mini'
import type { ActivityData } from './data.ts'
import { activityFields, questions } from './form.ts'
import type { Field } from './question.ts'
import { vocabularies } from './vocabulary.ts'

const codePattern = /^[A-Za-z0-9][A-Za-z0-9_:.-]{0,59}$/
const idPattern = /^[A-Za-z0-9_-]{1,64}$/
const pointerPattern = /^(\/[A-Za-z0-9_-]{1,60}){1,8}$/
const datePattern = /^\d{4}-\d{2}-\d{2}$/
const timePattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z)?$/
const durationPattern = /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/
const countryPattern = /^[A-Z]{2}$/

/** The register's own text of an imported row (domain 10.5): kept whole, so only its size is bounded. */
const imported = z.strictObject({
  source: z.string().check(z.maxLength(200)),
  reference: z.string().check(z.maxLength(500)),
  row: z.int(),
  fields: z.record(z.string().check(z.maxLength(500)), z.string().check(z.maxLength(50_000))),
})

/**
 * The shape of an activity's `data`, built from the form: types, unknown fields, maximum lengths, list limits. Everything is
 * optional, since completeness is a report. Whether codes exist and dates are real is `checkActivity`'s to say. Built at first use.
 */
export const activitySchema: z.ZodMiniType<ActivityData> = z.lazy(() =>
  z.strictObject({ ...shapeOf(activityFields, questionsOf), imported: z.optional(imported) }),
) as unknown as z.ZodMiniType<ActivityData>

function shapeOf(
  fields: readonly Field[],
  described: (field: Field) => { [note: string]: unknown } | undefined = () => undefined,
): { [name: string]: z.ZodMiniType } {
  return Object.fromEntries(
    fields.map((field) => {
      const type = typeOf(field)
      const words = described(field)
      if (words) z.globalRegistry.add(type, words)
      return [field.name, field.required ? type : z.optional(type)]
    }),
  )
}

/** What the OpenAPI document says of a field of the form: the questions that ask for it. */
function questionsOf(field: Field): { [note: string]: unknown } | undefined {
  const ids = questions.filter((entry) => entry.fields.some(({ name }) => name === field.name)).map(({ id }) => id)
  return ids.length > 0 ? { 'x-questions': ids } : undefined
}

function typeOf(field: Field): z.ZodMiniType {
  if (field.list === undefined) return single(field)
  const list = z.array(single(field)).check(z.maxLength(field.list))
  if (field.orOne)
    return z.union([
      list,
      z.pipe(
        single(field),
        z.transform((one) => [one]),
      ),
    ])
  return field.all ? z.union([z.literal('all'), list]) : list
}

function single(field: Field): z.ZodMiniType {
  switch (field.type) {
    case 'text':
      return z.string().check(z.maxLength(field.max ?? 0))
    case 'code':
      return code(field)
    case 'bool':
      return z.boolean()
    case 'int':
      return z.int()
    case 'object':
      return z.strictObject(shapeOf(field.fields ?? []))
    case 'date':
      return z.string().check(z.regex(datePattern))
    case 'time':
      return z.string().check(z.regex(timePattern))
    case 'duration':
      return z.string().check(z.regex(durationPattern))
    case 'country':
      return z.string().check(z.regex(countryPattern))
    case 'ref':
      return z.string().check(z.regex(idPattern))
    case 'pointer':
      return z.string().check(z.regex(pointerPattern))
  }
}

function code(field: Field): z.ZodMiniType {
  const vocabulary = field.vocabulary && vocabularies[field.vocabulary]
  const type =
    vocabulary && !vocabulary.extensible
      ? z.enum(vocabulary.codes.map((entry) => entry.code))
      : z.string().check(z.regex(codePattern))
  z.globalRegistry.add(type, { 'x-vocabulary': field.vocabulary })
  return type
}
