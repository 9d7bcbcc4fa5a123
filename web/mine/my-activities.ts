import type { ActivitySummary } from '../api/activities.ts'
import { allPages } from '../api/all-pages.ts'

const states = 'draft,returned,submitted,coordinatorReview,dpoReview,registered,revision,notRegistrable,withdrawn,ended'

/** Notifications that a person has filed or is writing, the newest change first. @throws Problem */
export async function myActivities(personId: string): Promise<ActivitySummary[]> {
  const found = await allPages<ActivitySummary>(
    `/api/activities?person=${personId}&state=${states}&sort=-updatedAt&limit=100`,
  )
  const newest = new Map<string, ActivitySummary>()
  for (const item of found) {
    const known = newest.get(item.id)
    if (item.data.initiatorId === personId && (!known || known.revision < item.revision)) newest.set(item.id, item)
  }
  return [...newest.values()]
}
