import type { FindingItem } from '../../components/findings.tsx'
import { levels, type Counts } from '../../components/severity.tsx'
import type { AssetRecord } from '../asset.ts'

/** What is wrong with an asset, gravest first. */
export function findingsOf(record: AssetRecord): FindingItem[] {
  const found = (record as { findings?: FindingItem[] }).findings ?? []
  return found.toSorted((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity))
}

/** How many findings of each severity. */
export function countsOf(record: AssetRecord): Counts {
  const counts: Counts = {}
  for (const { severity } of findingsOf(record)) counts[severity] = (counts[severity] ?? 0) + 1
  return counts
}
