import { createHash } from 'node:crypto'
import { canonical } from '../register/canonical.ts'
import { dayOf } from '../register/core.ts'
import { isApart } from '../register/rows/apart.ts'
import type { Item, Json, SealedStore } from '../store/store.ts'
import { leafText } from './leaf.ts'

const only = { sk: 'head', skBegins: 'note#', pkBegins: 'readlog#' }
/** So long after midnight nothing is written any more to the read log of the day before. */
const lateMs = 60 * 60 * 1000

/**
 * The leaves of all records, their comments and the closed days of the read log, as text, in the order of their bytes. Only these items
 * are read; what is kept is one line of about 110 bytes each, so 300 000 records take some 60 MB.
 * @param at RFC 3339: days of the read log that were closed then are taken
 */
export async function collectLeaves(store: SealedStore, at: string): Promise<string[]> {
  const open = `readlog#${dayOf(new Date(Date.parse(at) - lateMs).toISOString())}`
  const leaves: string[] = []
  const days = new Map<string, string[]>()
  const hashesOf = (day: string): string[] => {
    const hashes = days.get(day) ?? []
    days.set(day, hashes)
    return hashes
  }
  for (let after: string | undefined; ;) {
    const page = await store.scan(after, only)
    for (const item of page.items) {
      const { pk, sk } = item
      if (pk.startsWith(only.pkBegins)) {
        if (pk < open) hashesOf(pk).push(hashOf(item))
      } else if (!isApart(pk)) leaves.push(sk === only.sk ? recordLeaf(item) : noteLeaf(item))
    }
    if (!page.next) return [...leaves, ...[...days].map(dayLeaf)].sort()
    after = page.next
  }
}

const noHash = '0'.repeat(64)

/** A head that says nothing useful gives a leaf that fits no other. */
function recordLeaf({ pk, body }: Item): string {
  const { revision, hash } = (body ?? {}) as { revision?: unknown; hash?: unknown }
  const sound = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && Number.isSafeInteger(revision)
  return leafText({ record: pk, revision: sound ? (revision as number) : 0, hash: sound ? hash : noHash })
}

function noteLeaf(item: Item): string {
  return leafText({ record: `${item.pk}#${item.sk}`, revision: 1, hash: hashOf(item) })
}

/** In the order of their hashes, since a scan promises none. */
function dayLeaf([day, hashes]: [string, string[]]): string {
  return leafText({ record: day, revision: hashes.length, hash: sha256(hashes.sort().join('\n')) })
}

function hashOf({ sk, body }: Item): string {
  return sha256(canonical([sk, body] as Json))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
