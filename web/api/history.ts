import type { ActivityRecord } from './activities.ts'
import type { LinkGroup, Revision } from './record.ts'
import { type At, linksOfRecord, readRecord, revisionsOfRecord } from './records.ts'

/** The activity as it was. @throws Problem 404 when it was not in force then */
export function readActivityAt(id: string, at: At): Promise<ActivityRecord> {
  return readRecord('activities', id, at)
}

/** Every entry of the history, newest first. */
export function revisionsOf(id: string): Promise<Revision[]> {
  return revisionsOfRecord('activities', id)
}

/** What the activity points at and what points at it. */
export function linksOf(id: string): Promise<LinkGroup[]> {
  return linksOfRecord('activities', id)
}
