import type { Actor } from '../../register/actor.ts'
import type { Context } from '../../register/context.ts'
import type { ProcessingContext } from '../context.ts'

interface Known {
  context: Context
  actor?: Actor
  /** States of linked records, by id. */
  neighbours?: { readonly [id: string]: string }
}

/** What the rules may know: the day, the officer's codes, and the organisation; silent where a unit is unknown. */
export function processingContext({ context, actor, neighbours }: Known): ProcessingContext {
  const { today, codes } = context
  return {
    today,
    ...(codes && { codes }),
    ...(neighbours && { personActive: (id: string) => (id in neighbours ? neighbours[id] === 'active' : undefined) }),
    ...(actor && {
      unitKind: (id: string) => actor.tree.node(id)?.kind,
      unitPath: (id: string) => actor.tree.path(id),
    }),
  }
}
