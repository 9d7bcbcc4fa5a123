import type { ExtensionCodes } from './vocabulary.ts'

/**
 * What the rules know of the world beside the record. Whoever calls fills in what is at hand; a rule whose question cannot
 * be answered (is the person active?) stays silent.
 */
export interface ProcessingContext {
  /** Calendar day in Europe/Stockholm, `YYYY-MM-DD`. */
  today: string
  /** Codes that the DSO has added, by vocabulary. */
  codes?: ExtensionCodes
  /** Whoever is filling in the notification. */
  notifierId?: string
  /** Kind of an org unit: `board`, `company`, ... */
  unitKind?(orgUnitId: string): string | undefined
  /** The unit, then the units above it. */
  unitPath?(orgUnitId: string): readonly string[]
  /** Whether a person still works here. */
  personActive?(personId: string): boolean | undefined
}
