import * as z from 'zod/mini'
import type { Actor } from '../actor.ts'
import type { Shown } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { loadNotes } from '../read/load.ts'
import { readLogWrite } from '../read/read-log.ts'
import { showChanged } from '../read/show.ts'
import type { Transition, TransitionInput } from '../transition-rule.ts'
import { decideTransition } from './change.ts'
import { nextNumber } from './counter.ts'
import { statesOf } from './link-targets.ts'
import { loadForChange } from './load-for-change.ts'
import { save } from './save.ts'
import { assertFreeText, assertNoNewFault, parse } from './validate.ts'

const noInput = z.strictObject({})

/** See `Engine.transition`. The answer shows the record, so secret fields in it are logged as read, in the same commit. */
export async function transition<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  move: { transition: string; comment?: string; data?: unknown },
  actor: Actor,
): Promise<Shown<T>> {
  const named = transitionNamed(kind, move.transition)
  const { before, context } = await loadForChange(
    core,
    kind,
    id,
    revision,
    actor,
    (snapshot) => !!actor.system || named.who(actor, snapshot),
  )
  const { snapshot } = before
  const input = parse(named.input ?? noInput, move.data ?? {})
  assertFreeText(kind, move.comment, '/comment')
  const [notes, neighbours, incoming] = await Promise.all([
    loadNotes(core.store, kind.name, id),
    statesOf(core.store, kind.links(snapshot.newest.data)),
    named.incoming ? import('./incoming.ts').then(({ incomingOf }) => incomingOf(core.store, kind.name, id)) : [],
  ])
  const comment = move.comment ? { comment: move.comment } : {}
  const call: TransitionInput<T> = { snapshot, actor, context, ...comment, input, notes, neighbours, incoming }
  assertPossible(named, move.transition, call)
  const outcome = named.apply(call)
  if (!named.erases) assertNoNewFault(kind, snapshot.newest.data, outcome.data, context, { id, actor })
  const number = outcome.numbers && !snapshot.newest.number ? await nextNumber(core, kind, context) : undefined
  const decision = decideTransition(snapshot, move.transition, outcome, number, { kind, actor, context, ...comment })
  const { newest } = decision.after
  const logged = readLogWrite(core, kind, actor, [newest], newest)
  const erasing = named.erases && (await (await import('./erase.ts')).eraseEarlier(core, kind, snapshot, named.erases))
  if (erasing?.registered && !decision.registers) decision.after.registered = erasing.registered
  const after = await save(core, kind, before, decision, [...logged, ...(erasing?.extra ?? [])])
  return showChanged(kind, actor, after, context)
}

function transitionNamed<T extends object>(kind: Kind<T>, name: string): Transition<T> {
  const named = Object.hasOwn(kind.transitions, name) ? kind.transitions[name] : undefined
  if (named) return named
  throw new RegisterError('invalid', 'no such transition', {
    errors: [{ pointer: '/transition', code: 'unknown-code' }],
  })
}

function assertPossible<T>(named: Transition<T>, name: string, call: TransitionInput<T>): void {
  const { state } = call.snapshot.newest
  if (!named.from.includes(state)) {
    throw new RegisterError('transition-refused', `${name} is not possible from ${state}`, {
      reason: 'wrong-state',
      missing: [],
    })
  }
  const missing = named.requires?.(call) ?? []
  if (missing.length > 0)
    throw new RegisterError('transition-refused', `${name} lacks ${missing.length} things`, { missing })
}
