import type { Actor } from './actor.ts'
import type { Shown } from './api.ts'
import { decideUpdate } from './change.ts'
import type { EngineOptions } from './core.ts'
import { RegisterError } from './errors.ts'
import type { Kind } from './kind.ts'
import { loadForChange } from './load-for-change.ts'
import { mergeUnchanged } from './merge.ts'
import { save } from './save.ts'
import { mayEdit, showChanged } from './show.ts'
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
  const { state, data: stored } = before.snapshot.newest
  if (!kind.editable.includes(state))
    throw new RegisterError('transition-refused', `not editable in ${state}`, { reason: 'not-editable' })
  assertFreeText(kind, comment, '/comment')
  const merged = mergeUnchanged(kind, actor, before.snapshot, sent)
  const data = parseData(kind, merged, context, { id, actor, before: stored })
  const decision = decideUpdate(before.snapshot, data, { kind, actor, context, ...(comment && { comment }) })
  return showChanged(kind, actor, await save(core, kind, before, decision), context)
}
