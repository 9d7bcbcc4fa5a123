import type * as z from 'zod/mini'
import { RegisterError } from '../register/errors.ts'

/**
 * The query of an address as its route's schema reads it.
 * Throws `malformed` for a parameter the route does not take, one given twice, or a value it cannot use.
 */
export function readQuery<Q>(url: string, schema: z.ZodMiniType<Q> | undefined): Q {
  const parameters = new URL(url).searchParams
  const names = [...parameters.keys()]
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) throw refused('query-repeated', repeated)
  const [first] = names
  if (!schema) {
    if (first !== undefined) throw refused('query-unknown', first)
    return {} as Q
  }
  const result = schema.safeParse(Object.fromEntries(parameters))
  if (result.success) return result.data
  const { issues } = result.error
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (unknown) throw refused('query-unknown', unknown.keys[0] ?? '')
  throw refused('query-value', String(issues[0]?.path[0] ?? ''))
}

function refused(reason: string, name: string): RegisterError {
  return new RegisterError('malformed', reason, { reason, params: { name: name.slice(0, 50).toWellFormed() } })
}
