import * as z from 'zod/mini'
import type { Field } from './field.ts'

/** Codes by vocabulary, as a service defines them. */
export interface Vocabularies {
  readonly [name: string]: readonly string[]
}

/** The shapes of fields, by name: types, maxima, codes, unknown attributes. All but `required` ones may be left out. */
export function shapeOf(fields: readonly Field[], vocabularies: Vocabularies): { [name: string]: z.ZodMiniType } {
  return Object.fromEntries(
    fields.map((field) => {
      const one = single(field, vocabularies)
      const type = field.many === undefined ? one : z.array(one).check(z.maxLength(field.many))
      return [field.name, field.required ? type : z.optional(type)]
    }),
  )
}

function single(field: Field, vocabularies: Vocabularies): z.ZodMiniType {
  switch (field.type) {
    case 'text':
      return z
        .string()
        .check(
          z.minLength(field.min ?? 1),
          z.maxLength(field.max ?? 0),
          z.regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u),
        )
    case 'longText':
      return z.string().check(z.maxLength(field.max ?? 0))
    case 'code':
      return z.enum(codesOf(field, vocabularies))
    case 'yesNo':
      return z.boolean()
    case 'date':
      return z.iso.date()
    case 'number':
      return (field.decimals ? z.number() : z.int()).check(z.gte(field.min ?? 0), z.lte(field.max ?? 0))
    case 'duration':
      return z.string().check(z.regex(/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/))
    case 'country':
      return z.string().check(z.regex(/^[A-Z]{2}$/))
    case 'ref':
      return z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/))
    case 'group':
      return z.strictObject(shapeOf(field.fields ?? [], vocabularies))
  }
}

function codesOf({ name, vocabulary = name }: Field, vocabularies: Vocabularies): readonly string[] {
  const codes = vocabularies[vocabulary]
  if (!codes) throw new Error(`no vocabulary ${vocabulary}`)
  return codes
}
