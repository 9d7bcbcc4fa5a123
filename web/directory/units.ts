import { allPages } from '../api/activities.ts'

export interface Unit {
  id: string
  name: string
  kind: string
  parentId?: string
}

interface UnitRecord {
  id: string
  data: { name: string; kind: string; parentId?: string }
}

let asked: Promise<readonly Unit[]> | undefined

/** The whole organisation, read once for each visit. */
export function loadUnits(): Promise<readonly Unit[]> {
  asked ??= allPages<UnitRecord>('/api/org-units?limit=200').then(
    (records) =>
      records.map(({ id, data }) => ({
        id,
        name: data.name,
        kind: data.kind,
        ...(data.parentId ? { parentId: data.parentId } : {}),
      })),
    (error: unknown) => {
      asked = undefined
      throw error
    },
  )
  return asked
}

/** The unit and those above it, nearest first. */
export function pathOf(units: readonly Unit[], id: string | undefined): Unit[] {
  const path: Unit[] = []
  for (let next = id; next && path.length < 20;) {
    const unit = units.find((entry) => entry.id === next)
    if (!unit) break
    path.push(unit)
    next = unit.parentId
  }
  return path
}

/** The administration (förvaltning) that a unit belongs to. */
export function administrationOf(units: readonly Unit[], id: string | undefined): Unit | undefined {
  return pathOf(units, id).find((unit) => unit.kind === 'administration')
}
