import type { Actor } from '../actor.ts'
import type { Shown } from '../api.ts'
import type { Context } from '../context.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { mayEdit, showChanged } from '../read/show.ts'
import type { Snapshot } from '../record.ts'
import { decideUpdate } from './change.ts'
import { loadForChange } from './load-for-change.ts'
import { mergeUnchanged } from './merge.ts'
import { save } from './save.ts'
import { assertFreeText, parseData } from './validate.ts'

/** See `Engine.update`. */
export async function update<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  sent: unknown,
  actor: Actor,
  comment?: string,
): Promise<Shown<T>> {
  const { before, context } = await loadForChange(core, kind, id, revision, actor, (snapshot) =>
    mayEdit(kind, actor, snapshot),
  )
  assertFreeText(kind, comment, '/comment')
  const data = acceptUpdate(kind, before.snapshot, sent, actor, context)
  const decision = decideUpdate(before.snapshot, data, { kind, actor, context, ...(comment && { comment }) })
  return showChanged(kind, actor, await save(core, kind, before, decision), context)
}

/**
 * The data of a record after a save by somebody who may edit it. Throws `transition-refused` (not in this state), `invalid`,
 * `forbidden` (a field that is not the actor's).
 * @param own fields of the register's own side that this save may not change
 */
export function acceptUpdate<T extends object>(
  kind: Kind<T>,
  before: Snapshot<T>,
  sent: unknown,
  actor: Actor,
  context: Context,
  own: readonly string[] = kind.managed,
): T {
  const { id, state, data } = before.newest
  if (!kind.editable.includes(state))
    throw new RegisterError('transition-refused', `not editable in ${state}`, { reason: 'not-editable' })
  return parseData(kind, mergeUnchanged(kind, actor, before, sent, own), context, { id, actor, before: data })
}
