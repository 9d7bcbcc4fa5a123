import * as z from 'zod/mini'
import type { Kind } from '../../../../functions/register/kind.ts'

interface Shape {
  type?: string
  enum?: unknown[]
  anyOf?: Shape[]
  items?: Shape
  maxItems?: number
  properties?: { [name: string]: Shape }
}

/** Words in each text at the top; deeper texts are of one word, which costs less time and no fewer rows. */
const wordsInText = 40
const shapes = new Map<string, Shape>()

/**
 * Data with every field filled in and every list as long as its schema allows; nothing in it is what another `seed` gives,
 * but for what only a few values can stand in.
 */
export function fullest<T extends object>(kind: Kind<T>, seed: string): T {
  const shape = shapes.get(kind.name) ?? (z.toJSONSchema(kind.schema, { unrepresentable: 'any' }) as Shape)
  shapes.set(kind.name, shape)
  return objectOf(shape, seed, wordsInText) as T
}

function objectOf({ properties = {} }: Shape, name: string, words: number): object {
  return Object.fromEntries(
    Object.entries(properties).map(([field, inner]) => [field, valueOf(inner, `${name}${field}`, words)]),
  )
}

function valueOf(shape: Shape, name: string, words: number): unknown {
  if (shape.enum) return shape.enum.at(-1)
  if (shape.anyOf) return valueOf(shape.anyOf.at(-1) as Shape, name, words)
  if (shape.type === 'array') return listOf(shape, name)
  if (shape.type === 'boolean') return true
  if (shape.type === 'integer' || shape.type === 'number') return name.length
  if (shape.type === 'object') return objectOf(shape, name, 1)
  return Array.from({ length: words }, (_, at) => `${name}w${at}`).join(' ')
}

function listOf({ items = {}, maxItems = 1 }: Shape, name: string): unknown[] {
  if (items.enum) return items.enum.slice(0, maxItems)
  return Array.from({ length: maxItems }, (_, at) => valueOf(items, `${name}${at}`, 1))
}
