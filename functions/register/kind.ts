import type * as z from 'zod/mini'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { FieldError, Missing } from './errors.ts'
import type { Outline } from './outline.ts'
import type { RecordOf, Snapshot } from './record.ts'
import type { Transition } from './transition-rule.ts'

/** One sort of record, as a value: its outline, and the schema, states and rules by which it changes. */
export interface Kind<T extends object> extends Outline<T> {
  /** Series and shape of the human number, e.g. `B-2026-0001`. */
  number?: {
    series(today: string): string
    format(sequence: number, today: string): string
    when: 'created' | 'first-submit'
  }
  /** The shape of `data`; a draft may be incomplete, so nearly everything is optional. */
  schema: z.ZodMiniType<T>
  initial: string
  /** States in which PUT is taken. */
  editable: readonly string[]
  /** Top-level fields that only transitions and the product itself write. */
  managed: readonly string[]
  transitions: { readonly [name: string]: Transition<T> }
  orgUnitId(data: T): string | undefined
  /** Filled in at creation by the engine's caller: e.g. who initiated. */
  initialData?(data: T, actor: Actor, context: Context): T
  /** Refusals beyond the schema: personnummer in free text, end before start. `before` is absent at creation. */
  check?(data: T, context: Context, about: { id: string; actor: Actor; before?: T }): FieldError[]
  /** Derived top-level fields, recomputed at each save; `state` is the one it comes into. */
  derive?(data: T, context: Context, state: string): Partial<T>
  /** What a save takes back, e.g. an attestation of what has changed since. */
  settle?(before: T, data: T): T
  /** What the next transition lacks; `[]` when none is near. */
  missing(snapshot: Snapshot<T>, context: Context, actor: Actor): Missing[]
  unique(record: RecordOf<T>): { scope: string; value: string }[]
  /** The relation that leads to the record of this kind above, in which no circle may come to stand. */
  above?: string
  /** Relations of which the target keeps knowing when a link is taken away, for those who ask for the past. */
  rememberedLinks?: readonly string[]
  /** Version items renewed with each change, so that caches know (`meta#<name>`). */
  touches?: readonly string[]
  /** Faults of a comment's text beyond its length. */
  checkText?(text: string): FieldError[]
}

/** The kind itself, with its type inferred; a kind is data, so there is nothing to construct. */
export function defineKind<T extends object>(kind: Kind<T>): Kind<T> {
  return kind
}
