import type { Actor } from '../register/actor.ts'
import type { Engine, Shown } from '../register/api.ts'
import { agreement } from '../suppliers/agreement.ts'
import type { AgreementData } from '../suppliers/agreement-data.ts'
import { supplier } from '../suppliers/supplier.ts'
import { demoAgreements } from './agreements.ts'
import { daysAround } from './days.ts'
import type { AgreementIds, AgreementStep, DemoAgreement } from './demo-agreement.ts'
import { demoSuppliers } from './suppliers.ts'

/** What filling is done with; `actor` gives the product itself in the name of somebody. */
export interface SupplierFilling {
  engine: Engine
  actor(userId: string): Promise<Actor>
  person(userId: string): string
  /** The day of the register's first start, `YYYY-MM-DD`. */
  today: string
}

/** Makes the demo suppliers; answers their ids by key. */
export async function fillSuppliers({
  engine,
  actor,
  person,
  today,
}: SupplierFilling): Promise<{ [key: string]: string }> {
  const ids: { [key: string]: string } = {}
  for (const { key, owner, data } of demoSuppliers) {
    const whole = { ...data(daysAround(today)), ownerId: person(owner) }
    ids[key] = (await engine.create(supplier, whole, await actor(owner))).record.id
  }
  return ids
}

/** Everything that happens to the demo agreements, each with the day on which it does. */
export function agreementStory(
  filling: SupplierFilling,
  ids: Omit<AgreementIds, 'agreement'>,
): { day: number; run(): Promise<void> }[] {
  const { engine, actor, today } = filling
  const days = daysAround(today)
  const made = new Map<string, Shown<AgreementData>>()
  const known: AgreementIds = { ...ids, agreement: (key) => (made.get(key) ?? missing(key)).record.id }
  const create = async ({ key, by, state, data }: DemoAgreement) => {
    const options = state ? { state } : {}
    made.set(key, await engine.create(agreement, data(known, days), await actor(by), options))
  }
  const take = async (key: string, step: AgreementStep) => {
    const { record } = made.get(key) ?? missing(key)
    const move = { transition: step.move, ...inputOf(step) }
    made.set(key, await engine.transition(agreement, record.id, record.revision, move, await actor(step.by)))
  }
  return demoAgreements.flatMap((one) => [
    { day: one.madeDaysAgo, run: () => create(one) },
    ...one.steps.map((step) => ({ day: step.daysAgo, run: () => take(one.key, step) })),
  ])

  function inputOf(step: AgreementStep): { data?: object } {
    if (step.move === 'terminate')
      return { data: { terminationAt: days.ago(step.terminatesDaysAgo), terminationReason: step.reason } }
    if (step.move === 'listSubProcessors')
      return { data: { date: days.ago(step.daysAgo), source: step.source, subProcessors: step.subProcessors } }
    if (step.move !== 'decideSubProcessor') return {}
    const { names, decision, riskAnalysisId } = step
    return { data: { names, decision, ...(riskAnalysisId && { riskAnalysisId }) } }
  }
}

function missing(key: string): never {
  throw new Error(`the demo data lacks the agreement ${key}`)
}
