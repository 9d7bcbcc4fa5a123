import { commentsOf, type ActivityRecord } from '../api/activities.ts'
import { linksOf, readActivityAt, revisionsOf } from '../api/history.ts'
import type { LinkGroup, Note, Revision } from '../api/record.ts'
import { withNames } from '../directory/names.ts'
import type { Place } from './parts.ts'

/** A record with what surrounds it, read together so that the page is drawn once. */
export interface Dossier {
  record: ActivityRecord
  links: LinkGroup[]
  revisions: Revision[]
  notes: Note[]
}

/** @throws Problem when the record may not be read, or was not in force then */
export async function readDossier(id: string, place: Place): Promise<Dossier> {
  const [record, links, revisions, notes] = await Promise.all([
    readActivityAt(id, place),
    linksOf(id),
    revisionsOf(id),
    commentsOf(id),
  ])
  return withNames({ record, links, revisions, notes })
}
