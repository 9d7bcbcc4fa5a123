import { keyText, revisionKey } from '../register/keys.ts'
import type { SealedStore } from '../store/store.ts'
import { readLeaf, type Leaf } from './leaf.ts'

/** A record, comment or day of the read log that no longer fits a head: where, and how. */
export interface HeadFault {
  record: string
  revision: number
  problem: 'record-missing' | 'history-cut' | 'history-rewritten'
}

const readAtOnce = 500

/**
 * Holds the records as they stand (`now`) against the leaves of an earlier head: each must still be there, no shorter, and with the
 * same hash at the revision it then had. Of records that have changed since, that one revision is read; comments and closed days of the
 * read log never change.
 */
export async function compareLeaves(
  store: SealedStore,
  before: readonly string[],
  now: readonly string[],
): Promise<HeadFault[]> {
  const faults: HeadFault[] = []
  let grown: Leaf[] = []
  const settle = async (): Promise<void> => {
    faults.push(...(await rewritten(store, grown)))
    grown = []
  }
  let at = 0
  for (const text of before) {
    while (at < now.length && recordOf(now[at] as string) < recordOf(text)) at++
    const current = now[at]
    if (current === text) continue
    const leaf = readLeaf(text)
    if (current === undefined || recordOf(current) !== leaf.record) {
      faults.push({ record: leaf.record, revision: leaf.revision, problem: 'record-missing' })
      continue
    }
    const revision = Number(current.split(' ')[1])
    if (revision > leaf.revision) grown.push(leaf)
    else faults.push({ ...placeOf(leaf), problem: revision < leaf.revision ? 'history-cut' : 'history-rewritten' })
    if (grown.length === readAtOnce) await settle()
  }
  await settle()
  return faults
}

async function rewritten(store: SealedStore, leaves: readonly Leaf[]): Promise<HeadFault[]> {
  const keyOf = ({ record, revision }: Leaf) => ({ pk: record, sk: revisionKey(revision) })
  const items = await store.getMany(leaves.map(keyOf))
  const hashes = new Map(items.map((item) => [keyText(item), (item.body as { hash?: string } | null)?.hash]))
  return leaves
    .filter((leaf) => hashes.get(keyText(keyOf(leaf))) !== leaf.hash)
    .map((leaf) => ({ ...placeOf(leaf), problem: 'history-rewritten' }))
}

function placeOf({ record, revision }: Leaf): Pick<HeadFault, 'record' | 'revision'> {
  return { record, revision }
}

function recordOf(text: string): string {
  return text.slice(0, text.indexOf(' '))
}
