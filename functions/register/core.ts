import type { Store } from '../store/store.ts'
import type { Actor, OrgTree } from './actor.ts'
import type { Context } from './context.ts'
import type { Outline } from './outline.ts'
import type { Sha256 } from './seal/chain.ts'
import { swedishOffsetMs } from './swedish-time.ts'

/** What the engine is given: the store, the kinds, and every source of time, chance and codes. */
export interface EngineOptions {
  store: Store
  kinds: readonly Outline<any>[] // oxlint-disable-line typescript/no-explicit-any -- kinds of different data stand in one list
  /** Kinds that are needed only to name neighbours, fetched when one is met. */
  furtherKind?(name: string): Promise<Outline<object> | undefined>
  /** RFC 3339 UTC with milliseconds. */
  now(): string
  /** A ULID. */
  newId(): string
  /** At least 96 random bits as text. */
  salt(): string
  sha256: Sha256
  /** How many records `saveMany` has on their way at once; a hundred, when absent. */
  savesAtOnce?: number
  /** The vocabulary codes that the data protection officer has added; as they stood when `tree` was read, when it is given. */
  codes?(tree?: OrgTree): Promise<Context['codes']>
}

/** The context of one call, of somebody when codes matter. */
export async function contextOf(
  core: Pick<EngineOptions, 'now' | 'codes'>,
  actor?: Pick<Actor, 'tree'>,
): Promise<Context> {
  const now = core.now()
  const codes = await core.codes?.(actor?.tree)
  return { now, today: dayOf(now), ...(codes && { codes }) }
}

/** The calendar day in Europe/Stockholm at a time (RFC 3339), `YYYY-MM-DD`. */
export function dayOf(time: string): string {
  const timeMs = Date.parse(time)
  return new Date(timeMs + swedishOffsetMs(timeMs)).toISOString().slice(0, 10)
}
