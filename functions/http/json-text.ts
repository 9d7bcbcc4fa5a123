import type { FieldError } from '../register/errors.ts'
import { RegisterError } from '../register/errors.ts'

/** How many arrays and objects stand inside each other at most in a JSON text, without parsing it. */
export function deepestNesting(text: string): number {
  let deepest = 0
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}

/**
 * Refuses what JSON text can say but the store cannot keep as it was: half a surrogate pair, and a member named `__proto__`.
 * Throws `invalid` with the pointer of each.
 */
export function assertWellFormed(value: unknown): void {
  const errors = faults(value, '')
  if (errors.length > 0) throw new RegisterError('invalid', 'the body holds text that cannot be kept', { errors })
}

function faults(value: unknown, pointer: string): FieldError[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [{ pointer, code: 'format' }]
  if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, `${pointer}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${pointer}/${name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (name === '__proto__' || !name.isWellFormed()) return [{ pointer: at, code: 'unknown-field' }]
    return faults(inner, at)
  })
}
