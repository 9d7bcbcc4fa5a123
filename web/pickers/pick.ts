import type { RefKind } from '../../functions/fields/field.ts'
import type { Envelope } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { pathOf } from '../directory/unit-path.ts'
import { orgUnits, type Unit } from '../directory/org-units.ts'
import { t } from '../text/text.ts'

/** One thing that may be chosen. */
export interface Pick {
  id: string
  name: string
  /** What tells it from others of the same name: unit, title, number. */
  detail?: string
}

/** Finds things whose words begin as those given. */
export type FindPicks = (words: string, signal: AbortSignal) => Promise<Pick[]>

interface Found {
  items: (Envelope<{ name?: string; displayName?: string; title?: string }> & { number?: string; orgUnitId?: string })[]
}

const addresses: { [kind in Exclude<RefKind, 'orgUnit'>]: string } = {
  person: '/api/people',
  activity: '/api/activities',
  application: '/api/applications',
  equipment: '/api/equipment',
  medicalDevice: '/api/medical-devices',
  supplier: '/api/suppliers',
  agreement: '/api/agreements',
}

const shown = 12

/** How things of a kind are found: org units in memory, read first when the page has not got them yet; everything else over its list. */
export function findPicks(kind: RefKind, units: readonly Unit[], only?: (unit: Unit) => boolean): FindPicks {
  if (kind === 'orgUnit') {
    return async (words) => {
      const all = units.length > 0 ? units : await orgUnits()
      return unitPicks(all.filter(only ?? (() => true)), all, words)
    }
  }
  return async (words, signal) => {
    const query = new URLSearchParams({ limit: String(shown), ...(words ? { q: words } : {}) })
    const { items } = await getJson<Found>(`${addresses[kind]}?${query}`, signal)
    const picks = items.map((item) => ({
      id: item.id,
      name: item.data.displayName ?? item.data.name ?? '',
      detail: [item.number, item.data.title, unitName(units, item.orgUnitId)].filter(Boolean).join(', '),
    }))
    return nearestFirst(picks, words)
  }
}

/** Names that begin with what was typed come first; the list's own order otherwise. */
export function nearestFirst(picks: readonly Pick[], words: string): Pick[] {
  const start = words.toLocaleLowerCase('sv')
  const begins = ({ name }: Pick): boolean => name.toLocaleLowerCase('sv').startsWith(start)
  return [...picks.filter(begins), ...picks.filter((pick) => !begins(pick))]
}

/** Org units whose name holds every word, nearest to the top first. */
export function unitPicks(among: readonly Unit[], all: readonly Unit[], words: string): Pick[] {
  const parts = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return among
    .filter((unit) => parts.every((part) => unit.data.name.toLocaleLowerCase('sv').includes(part)))
    .toSorted((a, b) => a.data.name.localeCompare(b.data.name, 'sv'))
    .slice(0, 40)
    .map((unit) => ({
      id: unit.id,
      name: unit.data.name,
      detail: pathOf(all, unit.data.parentId)[0]?.data.name ?? t(`parts.unitKind.${unit.data.kind}`),
    }))
}

function unitName(units: readonly Unit[], id: string | undefined): string | undefined {
  return units.find((unit) => unit.id === id)?.data.name
}
