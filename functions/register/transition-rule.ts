import type * as z from 'zod/mini'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { Missing } from './errors.ts'
import type { Note, Proposal, Remark, Snapshot } from './record.ts'

export interface TransitionInput<T> {
  snapshot: Snapshot<T>
  actor: Actor
  context: Context
  comment?: string
  /** Parsed by the transition's own schema. */
  input: { [field: string]: unknown }
  notes: readonly Note[]
  /** States of the records that the newest revision links to, by id, for guards over neighbours. */
  neighbours: { readonly [id: string]: string }
  /** Records that link to this one, for transitions that ask for them; otherwise empty. */
  incoming: readonly Incoming[]
}

/** One record that links to another: by which relation, and the state it is in. */
export interface Incoming {
  rel: string
  kind: string
  id: string
  state: string
  /** It has a revision in force, whatever its state. */
  registered: boolean
}

/** What a transition changes; anything left out stays. */
export interface Outcome<T> {
  state?: string
  data?: Partial<T>
  proposed?: Proposal | null
  remarks?: Remark[]
  /** The new revision becomes the one in force. */
  registers?: boolean
  /** Only with `registers`: this is the last revision that everyone sees, and from now on nothing is in force. */
  ends?: boolean
  /** Gives the record its human number if it has none. */
  numbers?: boolean
  /** Registered without review, since nothing material changed. */
  editorial?: boolean
}

export interface Transition<T> {
  from: readonly string[]
  /** Whether this person may make it on this record at all; the state is checked apart. */
  who(actor: Actor, snapshot: Snapshot<T>): boolean
  /** Shape of the transition's own `data`; unknown fields are refused. */
  input?: z.ZodMiniType<{ [field: string]: unknown }>
  /** Its guards look at the records that link to this one. */
  incoming?: true
  /** Top-level fields whose values it takes out of the whole history; what `apply` gives for them stands there from then on. */
  erases?: readonly string[]
  /** What is still lacking; a non-empty list refuses the transition. */
  requires?(call: TransitionInput<T>): Missing[]
  apply(call: TransitionInput<T>): Outcome<T>
}
