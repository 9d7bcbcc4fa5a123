import type { OrgTree } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import { isMask } from '../register/read/mask.ts'
import type { RecordOf } from '../register/record.ts'
import type { AgreementData } from './agreement-data.ts'
import { findingsOfAgreement } from './around.ts'
import { type Drift, driftOf } from './drift.ts'
import type { Neighbours, PresentNeighbours } from './neighbours.ts'

/**
 * The findings of an agreement as somebody is shown it, and how far activities have drifted from its instruction: worked out from
 * all of it, without what would tell of a field that is masked for them. `then`: its neighbours, when they are not those of now.
 */
export async function shownFindings(
  neighbours: PresentNeighbours,
  { id, state, revision, data: shown }: RecordOf<AgreementData>,
  call: { today: string; tree: OrgTree },
  then: Neighbours = neighbours,
): Promise<{ findings: Finding[]; drift: Drift[] }> {
  const masked = Object.entries(shown).flatMap(([field, value]) => (isMask(value) ? [field] : []))
  const whole = masked.length > 0 ? await neighbours.revision('agreement', id, revision) : undefined
  const data = whole?.data ?? shown
  const { findings, around } = await findingsOfAgreement(then, { id, state, data }, call)
  return {
    findings: findings.filter(({ pointer }) => !masked.includes(pointer.split('/')[1] ?? '')),
    drift: data.instruction && !masked.includes('instruction') ? driftOf(data, around.activities) : [],
  }
}
