import type { Actor } from '../../register/actor.ts'
import type { Context } from '../../register/kind.ts'
import type { ProcessingContext } from '../context.ts'

/** What the rules may know: the day, the officer's codes, and the organisation; silent where a unit is unknown. */
export function processingContext({ context, actor }: { context: Context; actor?: Actor }): ProcessingContext {
  const { today, codes } = context
  return {
    today,
    ...(codes && { codes }),
    ...(actor && {
      unitKind: (id: string) => actor.tree.node(id)?.kind,
      unitPath: (id: string) => actor.tree.path(id),
    }),
  }
}
