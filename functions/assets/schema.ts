import * as z from 'zod/mini'
import { documentsShape } from '../documents/document.ts'
import type { Field, FieldSection } from '../fields/field.ts'
import { shapeOf } from '../fields/schema.ts'
import { assetVocabularies } from './vocabulary.ts'

const fieldName = z.string().check(z.regex(/^[a-zA-Z]{1,60}$/))
const said = z.record(fieldName, z.strictObject({ source: z.string(), value: z.unknown(), at: z.optional(z.string()) }))

/** What is no field of a form: where values come from, how many findings there are, and files. */
const beside = {
  origins: z.optional(z.record(fieldName, z.string().check(z.regex(/^(manual|(feed|import):.{1,60})$/)))),
  sourceSays: z.optional(said),
  secretSourceSays: z.optional(said),
  findingCounts: z.optional(z.strictObject({ K: z.int(), H: z.int(), M: z.int(), L: z.int() })),
  documents: documentsShape(assetVocabularies['documentPart'] ?? []),
}

/** Names of the fields that stand beside the form; all are managed. */
export const besideFields: readonly string[] = Object.keys(beside)

/** All fields of a form, in order. */
export function fieldsOf(sections: readonly FieldSection[]): Field[] {
  return sections.flatMap(({ fields }) => fields)
}

/** The shape of a kind's `data`, made from its form. Everything but the name is optional: completeness is a report. Built at first use. */
export function assetSchema<T>(sections: readonly FieldSection[]): z.ZodMiniType<T> {
  return z.lazy(() =>
    z.strictObject({ ...shapeOf(fieldsOf(sections), assetVocabularies), ...beside }),
  ) as unknown as z.ZodMiniType<T>
}

/** Whether a value is one that a field of the form may hold; leaving it empty is fine for all but the required. */
export function fitsField(sections: readonly FieldSection[], name: string, value: unknown): boolean {
  const field = fieldsOf(sections).find((one) => one.name === name)
  const type = field && shapeOf([field], assetVocabularies)[name]
  return type !== undefined && z.safeParse(type, value).success
}
