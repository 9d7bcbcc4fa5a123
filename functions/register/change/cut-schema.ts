import type * as z from 'zod/mini'

/** Cuts that are kept of one schema: the rows of a file fill the same fields, and a form fills few of those there could be. */
const cutsMost = 200

const cuts = new WeakMap<z.ZodMiniType, Map<string, z.ZodMiniType>>()

/**
 * A schema of an object, cut to the optional fields that the value has: zod looks at each field there could be, and an imported row fills
 * one in five. What it says of the value is the same.
 */
export function cutTo<T>(schema: z.ZodMiniType<T>, value: unknown): z.ZodMiniType<T> {
  const whole = objectOf(schema)
  if (!whole || typeof value !== 'object' || value === null) return schema
  const ofWhole = cuts.get(whole) ?? new Map<string, z.ZodMiniType>()
  cuts.set(whole, ofWhole)
  const { def } = whole._zod
  const name = Object.keys(value)
    .filter((field) => Object.hasOwn(def.shape, field))
    .join()
  const known = ofWhole.get(name)
  if (known) return known as z.ZodMiniType<T>
  if (ofWhole.size === cutsMost) return schema
  const kept = Object.entries(def.shape).filter(([field, type]) => Object.hasOwn(value, field) || !isOptional(type))
  const cut = whole.clone({ ...def, shape: Object.fromEntries(kept) })
  ofWhole.set(name, cut)
  return cut as unknown as z.ZodMiniType<T>
}

function objectOf(schema: z.ZodMiniType): z.ZodMiniObject | undefined {
  const { def } = schema._zod
  if (def.type === 'lazy') return objectOf((schema as z.ZodMiniLazy<z.ZodMiniType>)._zod.innerType)
  return def.type === 'object' ? (schema as z.ZodMiniObject) : undefined
}

function isOptional(type: z.core.SomeType | undefined): boolean {
  return type?._zod.optin === 'optional' && type._zod.optout === 'optional'
}
