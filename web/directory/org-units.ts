import { allPages } from '../api/all-pages.ts'
import type { Envelope } from '../api/record.ts'

export interface UnitData {
  kind: 'principal' | 'board' | 'administration' | 'area' | 'unit' | 'company'
  name: string
  parentId?: string
  orgNumber?: string
  dpoPersonId?: string
  contact?: string
  /** The least demands on copies, of a principal. Periods are ISO 8601. */
  backupBaseline?: { interval?: string; generations?: number; storage?: string; readabilityCheck?: string }
}

export type Unit = Envelope<UnitData>

let asked: Promise<Unit[]> | undefined

/** The whole organisation, read once in a visit. @throws Problem */
export function orgUnits(): Promise<Unit[]> {
  asked ??= allPages<Unit>('/api/org-units?limit=200').catch((error: unknown) => {
    asked = undefined
    throw error
  })
  return asked
}

/** After a change of the organisation: the next reader asks anew. */
export function forgetOrgUnits(): void {
  asked = undefined
}

export interface UnitRow {
  unit: Unit
  depth: number
}

/** Units as a tree on paper: each under its parent, brothers by name. A unit whose parent is unknown stands as a root. */
export function treeRows(units: readonly Unit[]): UnitRow[] {
  const known = new Set(units.map((unit) => unit.id))
  const byParent = new Map<string | undefined, Unit[]>()
  for (const unit of units) {
    const parent = unit.data.parentId && known.has(unit.data.parentId) ? unit.data.parentId : undefined
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit])
  }
  const rows: UnitRow[] = []
  const walk = (parent: string | undefined, depth: number): void => {
    const children = byParent.get(parent) ?? []
    for (const unit of children.toSorted((a, b) => a.data.name.localeCompare(b.data.name, 'sv'))) {
      rows.push({ unit, depth })
      walk(unit.id, depth + 1)
    }
  }
  walk(undefined, 0)
  return rows
}
