import { questionAt } from '../../functions/processing/form.ts'
import { commentsOf, readActivity, similarActivities, type ActivityRecord, type Similar } from '../api/activities.ts'
import { readActivityAt, revisionsOf } from '../api/history.ts'
import type { Note, Revision } from '../api/record.ts'
import { readInbox, type Task } from '../api/tasks.ts'
import { withNames } from '../directory/names.ts'
import { earlierRevision } from './earlier.ts'

/** A case with all that a decision rests on, read together so that the page is drawn once. */
export interface Case {
  record: ActivityRecord
  /** What the present answers are read against. */
  earlier: ActivityRecord | undefined
  revisions: Revision[]
  notes: Note[]
  /** Ids of questions that somebody has commented on. */
  asked: string[]
  similar: Similar[]
  inbox: Task[]
}

/** @throws Problem when the record may not be read */
export async function readCase(id: string): Promise<Case> {
  const [record, revisions, notes, inbox] = await Promise.all([
    readActivity(id),
    revisionsOf(id),
    commentsOf(id),
    readInbox(),
  ])
  const revision = earlierRevision(record, revisions)
  const { name, purposes, controllerOrgUnitId } = record.data
  const [earlier, similar] = await Promise.all([
    revision === undefined ? undefined : readActivityAt(id, { revision }),
    similarActivities({ name, purpose: purposes?.[0]?.text, controllerOrgUnitId, exclude: id }).catch(() => []),
  ])
  const asked = notes.flatMap((note) => (note.pointer ? [questionAt(note.pointer)?.id ?? ''] : []))
  const found = await withNames({ record, earlier, revisions, notes, similar })
  return { ...found, asked, inbox }
}
