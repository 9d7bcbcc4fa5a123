import { inMemory } from './memory.ts'
import { createSealer, type Sealer } from './sealed.ts'

/** What has been written but not saved, kept in the browser so that a closed window loses nothing. */
export interface Stash<T> {
  get(): T | undefined
  set(written: T): void
  clear(): void
}

/** What stands in the browser's memory. */
interface Kept {
  personId: string
  sealed: string
  /** Milliseconds since 1970. */
  at: number
}

const start = 'forteckna.unsaved.'
/** Nobody comes back to what has lain this long, and others may use the computer. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** What the person who is signed in has written, in clear; gone with the page. */
const written = new Map<string, unknown>()
/** Sealing under way, by place. */
const sealing = new Map<string, Promise<void>>()
let owner: { personId: string; sealer: Sealer | undefined } | undefined

/**
 * Opens what this person has written in this browser, with the key that the server gives them. What cannot be opened or is too old is
 * thrown away; what others have written stays sealed.
 */
export async function openStashes(personId: string, key: string | undefined, nowMs: number): Promise<void> {
  await Promise.all(sealing.values())
  owner = { personId, sealer: key === undefined ? undefined : await createSealer(key) }
  written.clear()
  const keys = inMemory((memory) => Object.keys(memory)) ?? []
  for (const key of keys) if (key.startsWith(start)) await take(key.slice(start.length), nowMs)
  addEventListener('storage', onOtherWindow)
}

/** Shuts what was opened: nothing of it can be read in this page any more. */
export async function shutStashes(): Promise<void> {
  await Promise.all(sealing.values())
  removeEventListener('storage', onOtherWindow)
  owner = undefined
  written.clear()
}

/** What the signed-in person has written at one place; a browser that keeps nothing is no obstacle. */
export function stashAt<T extends object>(place: string): Stash<T> {
  return {
    get: () => written.get(place) as T | undefined,
    set: (text) => {
      written.set(place, text)
      keep(place, text)
    },
    clear: () => {
      written.delete(place)
      sealing.delete(place)
      forget(place)
    },
  }
}

/** Seals and keeps; when more has been written meanwhile, only the last is kept. */
function keep(place: string, text: object): void {
  const { sealer, personId } = owner ?? {}
  if (!sealer || !personId) return
  const done = sealer.seal(boundTo(personId, place), JSON.stringify(text)).then((sealed) => {
    if (sealing.get(place) !== done) return
    sealing.delete(place)
    const kept: Kept = { personId, at: Date.now(), sealed }
    inMemory((memory) => memory.setItem(start + place, JSON.stringify(kept)))
  })
  sealing.set(place, done)
}

async function take(place: string, nowMs: number): Promise<void> {
  const kept = inMemory((memory) => JSON.parse(memory.getItem(start + place) ?? 'null') as Kept | null)
  if (!kept || !owner?.sealer || nowMs - kept.at > keptMs) return forget(place)
  const { personId, sealer } = owner
  if (kept.personId !== personId) return
  const text = await sealer.open(boundTo(personId, place), kept.sealed)
  if (text === undefined) forget(place)
  else written.set(place, JSON.parse(text))
}

/** Another window of this browser has kept, or thrown away, something. */
function onOtherWindow({ key, newValue }: StorageEvent): void {
  if (!key?.startsWith(start)) return
  const place = key.slice(start.length)
  if (newValue === null) written.delete(place)
  else void take(place, Date.now())
}

function boundTo(personId: string, place: string): string {
  return `${personId} ${place}`
}

function forget(place: string): void {
  inMemory((memory) => memory.removeItem(start + place))
}
