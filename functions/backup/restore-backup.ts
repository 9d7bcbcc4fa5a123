import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { StoreBusy, limits, type Item, type Store } from '../store/store.ts'
import { createContentDigest, isCounted } from './content-digest.ts'
import { readManifest, type Manifest, type Part } from './manifest.ts'

/** Where an interrupted restore stands; written after each part, taken away at the end. */
interface Mark {
  digest: string
  parts: number
}

export interface RestoreOptions {
  /** Writes into a store that holds something already: what the backup has is replaced, the rest stays. */
  over?: boolean
  /** Commits on their way at once. */
  lanes?: number
}

/** What a restore found at its end: the digest of the whole store, which is the backup's when `fits`. */
export interface Restored {
  fits: boolean
  digest: string
  items: number
  /** Parts that an earlier, interrupted restore had done. */
  skipped: number
}

const markKey = { pk: 'meta#restore', sk: 'head' }
const commitCharacters = 1024 * 1024
const busyTries = 10

/**
 * Puts everything of a backup into a store and reads the whole store again to compare. What was interrupted goes on where it was.
 * Throws when the store holds something else and `over` is not given, and for a part that is not what was saved.
 */
export async function restoreBackup(
  store: Store,
  folder: string,
  { over = false, lanes = 8 }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = readManifest(folder)
  const mark = (await store.get(markKey))?.body as Mark | undefined
  const begun = mark?.digest === manifest.digest
  if (!begun && !over && (await holdsSomething(store)))
    throw new Error('The register to restore into is not empty (--over).')
  const skipped = begun ? mark.parts : 0
  for (let at = skipped; at < manifest.parts.length; at++) {
    await putAll(store, readPart(folder, manifest.parts[at] as Part), lanes)
    await setMark(store, manifest, at + 1)
  }
  await store.commit([{ delete: markKey }], randomUUID())
  return { ...(await compared(store, manifest)), skipped }
}

async function holdsSomething(store: Store): Promise<boolean> {
  for (let after: string | undefined, more = true; more;) {
    const page = await store.scan(after)
    if (page.items.some((item) => item.unreadable || isCounted(item))) return true
    after = page.next
    more = after !== undefined
  }
  return false
}

function readPart(folder: string, { name, sha256 }: Part): Item[] {
  const bytes = readFileSync(join(folder, name))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${name} is not the part that was saved.`)
  const lines = gunzipSync(bytes).toString('utf8').split('\n')
  return lines.map((line) => JSON.parse(line) as Item)
}

async function putAll(store: Store, items: readonly Item[], lanes: number): Promise<void> {
  const batches = inBatches(items)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < batches.length) await commitPatiently(store, batches[next++] as Item[])
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

function inBatches(items: readonly Item[]): Item[][] {
  const batches: Item[][] = []
  let characters = 0
  for (const item of items) {
    const size = JSON.stringify(item.body).length
    const last = batches.at(-1)
    if (!last || last.length === limits.writesPerCommit || characters + size > commitCharacters) {
      batches.push([item])
      characters = size
    } else {
      last.push(item)
      characters += size
    }
  }
  return batches
}

/** Putting the same items again is harmless, so an unknown outcome is tried again too. */
async function commitPatiently(store: Store, items: readonly Item[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.commit(
        items.map((put) => ({ put })),
        randomUUID(),
      )
    } catch (error) {
      const passing = error instanceof StoreBusy || (error as Error).name === 'OutcomeUnknown'
      if (!passing || attempt === busyTries) throw error
    }
  }
}

async function setMark(store: Store, { digest }: Manifest, parts: number): Promise<void> {
  await store.commit([{ put: { ...markKey, body: { digest, parts } } }], randomUUID())
}

async function compared(store: Store, manifest: Manifest): Promise<Omit<Restored, 'skipped'>> {
  const found = await digestOf(store)
  return { ...found, fits: found.digest === manifest.digest && found.items === manifest.items }
}

/** The content digest of a whole store as it is now. */
export async function digestOf(store: Store): Promise<{ digest: string; items: number }> {
  const digest = createContentDigest()
  for (let after: string | undefined, more = true; more;) {
    const page = await store.scan(after)
    for (const item of page.items) if (isCounted(item)) digest.add(item)
    after = page.next
    more = after !== undefined
  }
  return { digest: digest.value(), items: digest.items() }
}
