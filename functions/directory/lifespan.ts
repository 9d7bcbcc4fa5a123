import type { Actor } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { Outline } from '../register/outline.ts'
import type { Snapshot } from '../register/record.ts'
import type { TransitionInput } from '../register/transition-rule.ts'

type Seen<T extends object> = Pick<Outline<T>, 'states' | 'hidden' | 'secrets' | 'views' | 'due'>
type Lifespan<T extends object> = Pick<Kind<T>, 'initial' | 'editable' | 'managed' | 'transitions' | 'missing'>

/** How records are read that have one state for good: what ends does so by a date or a mark in its data. */
export function seenAlways<T extends object>(): Seen<T> {
  return {
    states: ['active'],
    hidden: [],
    secrets: {},
    views: ({ newest }) => [{ set: 'main', record: newest }],
    due: () => [],
  }
}

/** How records are read that are never deleted: active until ended, and active again when reopened. */
export function seenUntilEnded<T extends object>(): Seen<T> {
  return { ...seenAlways<T>(), states: ['active', 'ended'], hidden: ['ended'] }
}

/** Ending and reopening (`seenUntilEnded`): both are the same person's to decide; `lacking` says what stands in the way of ending. */
export function activeOrEnded<T extends object>(rules: {
  who(actor: Actor, snapshot: Snapshot<T>): boolean
  lacking?(call: TransitionInput<T>): Missing[]
}): Lifespan<T> {
  return {
    ...always<T>(),
    transitions: {
      end: { from: ['active'], who: rules.who, requires: rules.lacking, apply: () => ({ state: 'ended' }) },
      reopen: { from: ['ended'], who: rules.who, apply: () => ({ state: 'active' }) },
    },
  }
}

/** One state for good (`seenAlways`). */
export function always<T extends object>(): Lifespan<T> {
  return {
    initial: 'active',
    editable: ['active'],
    managed: [],
    transitions: {},
    missing: () => [],
  }
}
