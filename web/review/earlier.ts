import type { ActivityRecord } from '../api/activities.ts'
import type { Revision } from '../api/record.ts'

/**
 * The revision that the present one is read against: what the reviewer sent back last, otherwise what is in force.
 * None for a notification that comes for the first time.
 */
export function earlierRevision(
  record: Pick<ActivityRecord, 'revision' | 'registeredRevision'>,
  revisions: readonly Revision[],
): number | undefined {
  const inForce =
    record.registeredRevision !== undefined && record.registeredRevision < record.revision
      ? record.registeredRevision
      : 0
  const returned = revisions.find((revision) => revision.transition === 'return')?.revision ?? 0
  const latest = Math.max(inForce, returned)
  return latest > 0 && latest < record.revision ? latest : undefined
}
