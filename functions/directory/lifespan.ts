import type { Actor } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Kind, Snapshot, TransitionInput } from '../register/kind.ts'

type Lifespan<T extends object> = Pick<
  Kind<T>,
  'initial' | 'states' | 'editable' | 'hidden' | 'managed' | 'secrets' | 'transitions' | 'missing' | 'views' | 'due'
>

/**
 * States of records that are never deleted: active until ended, and active again when reopened.
 * Both are the same person's to decide; `lacking` says what stands in the way of ending.
 */
export function activeOrEnded<T extends object>(rules: {
  who(actor: Actor, snapshot: Snapshot<T>): boolean
  lacking?(call: TransitionInput<T>): Missing[]
}): Lifespan<T> {
  return {
    ...always<T>(),
    states: ['active', 'ended'],
    hidden: ['ended'],
    transitions: {
      end: { from: ['active'], who: rules.who, requires: rules.lacking, apply: () => ({ state: 'ended' }) },
      reopen: { from: ['ended'], who: rules.who, apply: () => ({ state: 'active' }) },
    },
  }
}

/** One state for good: what ends does so by a date or a mark in its data. */
export function always<T extends object>(): Lifespan<T> {
  return {
    initial: 'active',
    states: ['active'],
    editable: ['active'],
    hidden: [],
    managed: [],
    secrets: {},
    transitions: {},
    missing: () => [],
    views: ({ newest }) => [{ set: 'main', record: newest }],
    due: () => [],
  }
}
