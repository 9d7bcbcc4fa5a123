import type { Actor } from '../register/actor.ts'
import { assessBy, isOpen } from './change-events.ts'
import type { AgreementFacts, Known, SupplierFacts } from './facts.ts'
import type { Neighbours } from './neighbours.ts'
import { readsAgreement } from './policy.ts'
import type { Reference } from './supplier-data.ts'
import { isInForce } from './term.ts'

/** Something that has changed, what is to be assessed again because of it, by whom, and until when. */
export interface RenewedAssessment {
  /** Where it stands: the supplier's change event, or an agreement's reassessment. */
  pointer: string
  agreementId?: string
  trigger: string
  names?: string[]
  text?: string
  at: string
  due: string
  open: boolean
  /** People who are to see to it. */
  by: string[]
  /** What is to be assessed again. */
  records: { kind: string; id: string; number?: string; name: string }[]
  riskAnalysisId?: Reference
}

/** Records named in one answer, at most. */
const mostRecords = 100

/** What is to be assessed again at a supplier; changes in agreements only for those who read them. Open ones first, by day. */
export async function renewedAssessments(
  neighbours: Neighbours,
  supplier: SupplierFacts,
  actor: Actor,
  today: string,
): Promise<RenewedAssessment[]> {
  const incoming = await neighbours.incoming('supplier', supplier.id)
  const of = (kind: string) => [...new Set(incoming.filter((one) => one.kind === kind).map(({ id }) => id))]
  const [agreements, activities, applications, devices] = await Promise.all([
    neighbours.many('agreement', of('agreement')),
    neighbours.many('activity', of('activity').slice(0, mostRecords)),
    neighbours.many('application', of('application').slice(0, mostRecords)),
    neighbours.many('medicalDevice', of('medicalDevice').slice(0, mostRecords)),
  ])
  const read = agreements.filter(({ data }) => actor.system || readsAgreement(actor, data))
  const inForce = read.filter(({ data, state }) => state !== 'closed' && isInForce(data, today))
  const users = [...activities, ...applications, ...devices].map(namedOf)
  const owners = [supplier.data.ownerId, ...inForce.map(({ data }) => data.ownerId)]
  const ofSupplier = (supplier.data.changeEvents ?? []).flatMap((event, index): RenewedAssessment[] => {
    const { at, kind, text, riskAnalysisId } = event
    if (!at) return []
    return [
      {
        pointer: `/changeEvents/${index}`,
        trigger: kind,
        ...(text && { text }),
        at,
        due: assessBy(at),
        open: isOpen(event),
        by: people(owners),
        records: [...inForce.map(namedOf), ...users].slice(0, mostRecords),
        ...(riskAnalysisId && { riskAnalysisId }),
      },
    ]
  })
  const all = [...ofSupplier, ...read.flatMap((agreement) => ofAgreement(agreement, users))]
  return all.toSorted((one, other) => Number(other.open) - Number(one.open) || (one.due < other.due ? -1 : 1))
}

function ofAgreement(agreement: AgreementFacts, users: RenewedAssessment['records']): RenewedAssessment[] {
  return (agreement.data.reassessments ?? []).map(({ trigger, names, at, due, closedAt, riskAnalysisId }, index) => ({
    pointer: `/reassessments/${index}`,
    agreementId: agreement.id,
    trigger,
    names,
    at,
    due,
    open: !closedAt,
    by: people([agreement.data.ownerId]),
    records: [namedOf(agreement), ...users].slice(0, mostRecords),
    ...(riskAnalysisId && { riskAnalysisId }),
  }))
}

function namedOf({ kind, id, number, name }: Known): RenewedAssessment['records'][number] {
  return { kind, id, ...(number && { number }), name }
}

function people(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))]
}
