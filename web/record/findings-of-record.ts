import type { FindingItem } from '../components/findings.tsx'
import { levels } from '../components/severity.tsx'

/** The findings that the API sends with an activity, gravest first. */
export function findingsOfRecord(record: object): FindingItem[] {
  const { findings } = record as { findings?: FindingItem[] }
  return (findings ?? []).toSorted((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity))
}
