import * as z from 'zod/mini'
import { schemaNames } from './schema-names.ts'

export interface JsonSchema {
  [keyword: string]: unknown
}

/** Turns schemas into JSON Schema 2020-12; those with a name of their own are collected as components. */
export interface SchemaCollector {
  schema(schema: z.ZodMiniType): JsonSchema
  components(): { [name: string]: JsonSchema }
}

/** A collector with nothing in it. */
export function createSchemaCollector(): SchemaCollector {
  const components: { [name: string]: JsonSchema } = {}
  return {
    schema: (schema) => {
      const { $schema: _dialect, $defs, ...own } = jsonSchema(schema)
      for (const [name, definition] of Object.entries(($defs ?? {}) as { [name: string]: JsonSchema })) {
        components[name] = pointed(definition)
      }
      const name = schemaNames.get(schema)?.id
      if (name === undefined || '$ref' in own) return pointed(own)
      const { id: _id, ...definition } = own
      components[name] = pointed(definition)
      return { $ref: `#/components/schemas/${name}` }
    },
    components: () => Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function jsonSchema(schema: z.ZodMiniType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    metadata: schemaNames,
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: one }) => {
      Object.assign(one, z.globalRegistry.get(zodSchema))
      if (one.type === 'number' && one.multipleOf === 1) {
        one.type = 'integer'
        delete one.multipleOf
      }
    },
  })
  return { ...made }
}

/** The same schema with references into `components` and without the ids that the registry adds. */
function pointed(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value
    return { ...value, $ref: String(value.$ref).replace('#/$defs/', '#/components/schemas/') }
  })
  return JSON.parse(text) as JsonSchema
}
