import type * as z from 'zod/mini'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import { RegisterError, type FieldError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { cutTo } from './cut-schema.ts'

/** `value` as the schema reads it. Throws `invalid` with every fault and its JSON pointer. */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = cutTo(schema, value).safeParse(value)
  if (result.success) return result.data
  throw new RegisterError('invalid', 'the body does not fit its schema', {
    errors: tellingOf(result.error.issues.flatMap(faults)),
  })
}

/** `data` as the kind reads it, with its own checks made. Throws `invalid` with every fault. */
export function parseData<T extends object>(
  kind: Kind<T>,
  sent: unknown,
  context: Context,
  about: { id: string; actor: Actor; before?: T },
): T {
  const data = parse(kind.schema, sent)
  const errors = kind.check?.(data, context, about) ?? []
  if (errors.length > 0) throw new RegisterError('invalid', 'the data is refused', { errors })
  return data
}

/**
 * What a transition writes meets the kind's own checks as well: those of a record by itself, since what a save may not change
 * a transition may. Faults that the record has had before stop nobody. Throws `invalid`.
 */
export function assertNoNewFault<T extends object>(
  kind: Kind<T>,
  before: T,
  change: Partial<T> | undefined,
  context: Context,
  about: { id: string; actor: Actor },
): void {
  if (!kind.check || !change || Object.keys(change).length === 0) return
  const keyOf = ({ pointer, code }: FieldError) => `${code} ${pointer}`
  const found = kind.check({ ...before, ...change }, context, about)
  if (found.length === 0) return
  const known = new Set(kind.check(before, context, about).map(keyOf))
  const errors = found.filter((error) => !known.has(keyOf(error)))
  if (errors.length > 0) throw new RegisterError('invalid', 'what the transition writes is refused', { errors })
}

/** Free text outside `data` (a comment) meets the same refusals as free text within it. Throws `invalid`. */
export function assertFreeText<T extends object>(kind: Kind<T>, text: string | undefined, pointer: string): void {
  const errors = text ? (kind.checkText?.(text) ?? []) : []
  if (errors.length > 0)
    throw new RegisterError('invalid', 'free text refused', { errors: errors.map((error) => ({ ...error, pointer })) })
}

type Issue = z.core.$ZodIssue

/** What is too much or too little of each sort; of anything else it is a number. */
const tooBig: { readonly [origin: string]: string } = { string: 'too-long', array: 'too-many' }
const tooLittle: { readonly [origin: string]: string } = { string: 'too-short', array: 'too-few' }

/** Without the faults in form of what has a fault that says more: a text that is too short has no form either. */
function tellingOf(errors: readonly FieldError[]): FieldError[] {
  return errors.filter(
    ({ pointer, code }) =>
      code !== 'format' || !errors.some((other) => other.pointer === pointer && other.code !== 'format'),
  )
}

function faults(issue: Issue): FieldError[] {
  const pointer = pointerOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown-field' }))
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.filter((errors) =>
      errors.some((error) => error.code !== 'invalid_type' || error.path.length > 0),
    )
    const inner = closest[0] ?? issue.errors[0]
    if (!inner) return [{ pointer, code: 'type' }]
    return inner.flatMap((error) => faults({ ...error, path: [...issue.path, ...error.path] } as Issue))
  }
  if (issue.code === 'too_big')
    return [{ pointer, code: tooBig[issue.origin] ?? 'too-large', params: { maximum: Number(issue.maximum) } }]
  if (issue.code === 'too_small')
    return [{ pointer, code: tooLittle[issue.origin] ?? 'too-small', params: { minimum: Number(issue.minimum) } }]
  if (issue.code === 'invalid_format' && issue.format === 'date') return [{ pointer, code: 'date' }]
  if (issue.code === 'invalid_value') return [{ pointer, code: 'unknown-code' }]
  if (issue.code === 'invalid_type') return [{ pointer, code: 'type', params: { expected: issue.expected } }]
  return [{ pointer, code: 'format' }]
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
