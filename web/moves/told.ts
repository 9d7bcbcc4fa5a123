import { now } from '../api/clock.ts'
import type { ActivityRecord } from '../api/activities.ts'

/** What was done last, for the page where one lands. */
export interface Told {
  /** Key of the sentence under `moves.done`. */
  done: string
  id: string
  number?: string
  name: string
}

const freshMs = 15_000
const listeners = new Set<() => void>()
let told: { told: Told; at: number } | undefined

/** The sentence for a transition: a step for two people has only been proposed while the second one is waited for. */
export function doneKey(transition: string, { proposed }: Pick<ActivityRecord, 'proposed'>): string {
  return proposed?.transition === transition ? `${transition}Proposed` : transition
}

/** Notes what a person has just done, so that the page where they land can say so. */
export function tell(transition: string, record: ActivityRecord): void {
  const { id, number, data } = record
  told = {
    told: { done: doneKey(transition, record), id, ...(number && { number }), name: data.name ?? '' },
    at: +now(),
  }
  for (const listener of listeners) listener()
}

/** What was done just now, if anything was. */
export function justTold(): Told | undefined {
  return told && +now() - told.at < freshMs ? told.told : undefined
}

/** Listens for what is done while a page is shown; when it is left, what was said there is forgotten. */
export function onTold(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    told = undefined
  }
}
