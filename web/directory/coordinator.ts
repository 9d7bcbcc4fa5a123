import { dayOf } from '../text/format.ts'
import { now } from '../api/clock.ts'
import { allPages } from '../api/all-pages.ts'
import type { Envelope } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { orgUnits } from './org-units.ts'
import { pathOf } from './unit-path.ts'

type Assignment = Envelope<{
  role: string
  personId: string
  scopeOrgUnitId: string
  validFrom?: string
  validTo?: string
}>

export interface Coordinator {
  name: string
  email?: string
  /** What they coordinate. */
  unitName: string
}

/** The data protection coordinator nearest to a unit today, if the post is filled. @throws Problem */
export async function coordinatorOf(orgUnitId: string | undefined): Promise<Coordinator | undefined> {
  if (!orgUnitId) return undefined
  const [units, assignments] = await Promise.all([
    orgUnits(),
    allPages<Assignment>('/api/role-assignments?role=dpCoordinator&limit=200'),
  ])
  const today = dayOf(now())
  const valid = assignments.filter(({ data }) => (data.validFrom ?? today) <= today && (data.validTo ?? today) >= today)
  for (const unit of pathOf(units, orgUnitId)) {
    const found = valid.find(({ data }) => data.scopeOrgUnitId === unit.id)
    if (!found) continue
    const { data } = await getJson<Envelope<{ displayName: string; email?: string }>>(
      `/api/people/${found.data.personId}`,
    )
    return { name: data.displayName, unitName: unit.data.name, ...(data.email ? { email: data.email } : {}) }
  }
  return undefined
}
