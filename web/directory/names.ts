import { useEffect, useState } from 'preact/hooks'
import type { Envelope } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { t } from '../text/text.ts'
import { orgUnits } from './org-units.ts'

/** Looks up what ids stand for. A name that is not here yet is an empty text; the page is drawn again when it comes. */
export interface Names {
  person: (id: string | undefined) => string
  unit: (id: string | undefined) => string
  /** Any record that has a name: an activity, a system, a product, a supplier. */
  record: (id: string | undefined) => string
}

const addresses: { [prefix: string]: string } = {
  per: 'people',
  org: 'org-units',
  act: 'activities',
  app: 'applications',
  dev: 'medical-devices',
  med: 'medical-devices',
  equ: 'equipment',
  sup: 'suppliers',
  agr: 'agreements',
}

const known = new Map<string, string>()
const asked = new Set<string>()
const listeners = new Set<() => void>()

/** Names for what a page shows; each id is read once in a visit. */
export function useNames(): Names {
  const [, redraw] = useState(0)
  useEffect(() => {
    const listener = (): void => redraw((n) => n + 1)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return names
}

const names: Names = {
  person: nameOf,
  record: nameOf,
  unit(id) {
    if (!id) return ''
    if (!known.has(id)) askUnits(id)
    return known.get(id) ?? ''
  },
}

function nameOf(id: string | undefined): string {
  if (!id) return ''
  if (id === 'system') return t('parts.system')
  const name = known.get(id)
  if (name === undefined && !asked.has(id)) {
    asked.add(id)
    void read(id).then((found) => tell(id, found))
  }
  return name ?? ''
}

async function read(id: string): Promise<string> {
  const address = addresses[id.split('_')[0] ?? '']
  if (!address) return id
  try {
    const { data } = await getJson<Envelope<{ displayName?: string; name?: string }>>(`/api/${address}/${id}`)
    return data.displayName ?? data.name ?? id
  } catch {
    return t(address === 'people' ? 'parts.unknownPerson' : 'parts.unknownRecord')
  }
}

function askUnits(id: string): void {
  if (asked.has(id)) return
  asked.add(id)
  orgUnits().then(
    (units) => {
      for (const unit of units) known.set(unit.id, unit.data.name)
      if (known.has(id)) tell(id, known.get(id)!)
      else void read(id).then((found) => tell(id, found))
    },
    () => tell(id, t('parts.unknownUnit')),
  )
}

function tell(id: string, name: string): void {
  known.set(id, name)
  for (const listener of listeners) listener()
}
