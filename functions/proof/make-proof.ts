import { createHash } from 'node:crypto'
import { leavesOf } from '../checkpoint/checkpoint.ts'
import type { SignedHead } from '../checkpoint/head.ts'
import type { SealedHeads } from '../checkpoint/heads.ts'
import { readLeaf, type Leaf } from '../checkpoint/leaf.ts'
import { merklePath } from '../checkpoint/merkle.ts'
import { disclose, type DisclosedRevision } from '../register/seal/disclose.ts'
import type { Revision } from '../register/seal/revision.ts'
import type { Store } from '../store/store.ts'

/** Everything that an inspector needs to see that a record's history is the one that was sealed. */
export interface Proof {
  format: 'forteckna-proof-1'
  head: SignedHead
  leaf: Leaf & { index: number }
  /** Hashes from the leaf to the root, nearest first, in hexadecimal. */
  path: string[]
  /** The record's whole history until it was sealed, oldest first. */
  revisions: DisclosedRevision[]
}

/**
 * The proof for one record from the newest head; undefined when no head holds the record yet.
 * @param withheldFrom what of a revision (JSON pointers) is not to be handed over, but by its hash
 */
export async function makeProof(
  store: Store,
  heads: SealedHeads,
  record: string,
  withheldFrom: (revision: Revision<object>) => readonly string[] = () => [],
): Promise<Proof | undefined> {
  const head = await heads.latest()
  if (!head) return undefined
  const leaves = await leavesOf(heads, head)
  const index = leaves.findIndex((text) => text.startsWith(`${record} `))
  if (index < 0) return undefined
  const leaf = { ...readLeaf(leaves[index] as string), index }
  const revisions: DisclosedRevision[] = []
  for (let after: string | undefined, more = true; more;) {
    const page = await store.query(record, { prefix: 'rev#', ...(after && { after }) })
    const stored = page.items.map(({ body }) => body as unknown as Revision<object>)
    revisions.push(...stored.map((revision) => disclose(revision, withheldFrom(revision), sha256)))
    after = page.next
    more = after !== undefined && revisions.length < leaf.revision
  }
  return {
    format: 'forteckna-proof-1',
    head,
    leaf,
    path: merklePath(leaves, index).map((hash) => hash.toString('hex')),
    revisions: revisions.slice(0, leaf.revision),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
