import { gunzipSync, gzipSync } from 'node:zlib'
import { isApart } from '../register/apart.ts'
import type { Json, SealedStore } from '../store/store.ts'

/** Where one record stood: `<kind>#<id>`, its newest revision and the hash that closes its chain. */
export interface Leaf {
  record: string
  revision: number
  hash: string
}

/** A leaf as one line of text, which is what is hashed. */
export function leafText({ record, revision, hash }: Leaf): string {
  return `${record} ${revision} ${hash}`
}

/** @throws Error for text that is no leaf */
export function readLeaf(text: string): Leaf {
  const [, record, revision, hash] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(text) ?? []
  if (!record || !revision || !hash) throw new Error(`no leaf: ${text.slice(0, 80)}`)
  return { record, revision: Number(revision), hash }
}

/**
 * The leaves of all records, as text, in the order of their bytes. Only heads are read; what is kept is one line of about
 * 110 bytes a record, so 300 000 records take some 60 MB.
 */
export async function collectLeaves(store: SealedStore): Promise<string[]> {
  const leaves: string[] = []
  for (let after: string | undefined; ;) {
    const page = await store.scan(after, { sk: 'head' })
    for (const { pk, body } of page.items) {
      if (!isApart(pk)) leaves.push(leafText(leafOf(pk, body)))
    }
    if (!page.next) return leaves.sort()
    after = page.next
  }
}

const noHash = '0'.repeat(64)

/** A head that says nothing useful gives a leaf that fits no other. */
function leafOf(pk: string, body: Json): Leaf {
  const { revision, hash } = (body ?? {}) as { revision?: unknown; hash?: unknown }
  const sound = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && Number.isSafeInteger(revision)
  return { record: pk, revision: sound ? (revision as number) : 0, hash: sound ? hash : noHash }
}

/** Leaves as they are kept beside a head: one a line, compressed. */
export function packLeaves(leaves: readonly string[]): Buffer {
  return gzipSync(leaves.join('\n'), { level: 1 })
}

/** @throws Error when the bytes are not what `packLeaves` made */
export function unpackLeaves(bytes: Uint8Array): string[] {
  const text = gunzipSync(bytes).toString('utf8')
  return text === '' ? [] : text.split('\n')
}
