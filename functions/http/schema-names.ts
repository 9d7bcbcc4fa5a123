import * as z from 'zod/mini'

/** Schemas that stand under `components` in the OpenAPI document, by name. */
export const schemaNames = z.registry<{ id: string }>()

/** The schema, to be known by this name in the OpenAPI document. */
export function named<S extends z.ZodMiniType>(id: string, schema: S): S {
  schemaNames.add(schema, { id })
  return schema
}
