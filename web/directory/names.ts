import { useLayoutEffect, useState } from 'preact/hooks'
import type { Envelope, List } from '../api/record.ts'
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

const idPattern = /^(?:per|org|act|app|med|equ|sup|agr)_[0-9A-Z]{26}$/
const known = new Map<string, string>()
const reading = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()

/** Names for what a page shows; each id is read once in a visit. */
export function useNames(): Names {
  const [, redraw] = useState(0)
  useLayoutEffect(() => {
    const listener = (): void => redraw((n) => n + 1)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return names
}

/**
 * Waits for some data and then for the names of all ids in it, so that the page is drawn once and nothing moves.
 * `part` takes out what is shown, where the data holds more ids than the page needs.
 */
export async function withNames<T>(data: T | Promise<T>, part: (value: T) => unknown = (value) => value): Promise<T> {
  const value = await data
  await Promise.all([...idsIn(part(value))].map(read))
  return value
}

/** All ids of records in any JSON value. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (idPattern.test(value)) found.add(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) idsIn(inner, found)
  }
  return found
}

const names: Names = { person: nameOf, record: nameOf, unit: nameOf }

function nameOf(id: string | undefined): string {
  if (!id) return ''
  if (id === 'system') return t('parts.system')
  if (!known.has(id)) void read(id)
  return known.get(id) ?? ''
}

function read(id: string): Promise<void> {
  if (known.has(id)) return Promise.resolve()
  const asked = reading.get(id) ?? (id.startsWith('org_') ? readUnit(id) : readRecord(id))
  reading.set(id, asked)
  return asked
}

async function readUnit(id: string): Promise<void> {
  try {
    for (const unit of await orgUnits()) known.set(unit.id, unit.data.name)
  } catch {
    known.set(id, t('parts.unknownUnit'))
  }
  if (known.has(id)) tell()
  else await readRecord(id)
}

/** Ids asked for in one tick, by the address of their kind; each kind is asked once for all of them. */
const waiting = new Map<string, { ids: string[]; answer: Promise<void> }>()
const mostIds = 100

function readRecord(id: string): Promise<void> {
  const address = addresses[id.split('_')[0] ?? ''] ?? ''
  const batch = waiting.get(address)
  if (batch && batch.ids.length < mostIds) {
    batch.ids.push(id)
    return batch.answer
  }
  const ids = [id]
  const answer = Promise.resolve().then(() => {
    if (waiting.get(address)?.ids === ids) waiting.delete(address)
    return readBatch(address, ids)
  })
  waiting.set(address, { ids, answer })
  return answer
}

async function readBatch(address: string, ids: readonly string[]): Promise<void> {
  try {
    const { items } = await getJson<List<Envelope<{ displayName?: string; name?: string }>>>(
      `/api/${address}?id=${ids.join(',')}`,
    )
    for (const { id, data } of items) known.set(id, data.displayName ?? data.name ?? id)
  } catch {
    // The ids stay unknown below: a name is never worth an error page.
  }
  const unknown = t(address === 'people' ? 'parts.unknownPerson' : 'parts.unknownRecord')
  for (const id of ids) if (!known.has(id)) known.set(id, unknown)
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}
