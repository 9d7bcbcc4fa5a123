import type { ActivityData } from '../../functions/processing/data.ts'
import { ordinary } from '../unit/processing/records.ts'
import type { TestApp } from './app.ts'
import type { Answer } from './client.ts'

/** An ordinary notification of Hjärtmottagningen, complete for every step, with the ids of this product. */
export function ordinaryActivity({ units, people }: TestApp, more: ActivityData = {}): ActivityData {
  const { applicationIds: _inventory, ...data } = ordinary
  return {
    ...data,
    orgUnitId: units['hjartmottagningen'],
    controllerOrgUnitId: units['halso-och-sjukvardsnamnden'],
    contactPersonId: people['anmalare'],
    responsibleManagerId: people['chef'],
    unlistedSystems: ['Kallelsetjänsten'],
    ...more,
  }
}

/** One step of an activity: who takes it, the transition, and what goes with it. */
export type Step = [userId: string, transition: string, more?: { comment?: string; data?: object }]

/** The ordinary way into the register. */
export const wayIn: readonly Step[] = [
  ['anmalare', 'submit'],
  ['samordnare', 'take'],
  ['chef', 'attest'],
  ['samordnare', 'forward', { comment: 'Granskad.' }],
  ['dso', 'register'],
]

/** Makes one step on an activity from its revision. */
export function move(product: TestApp, record: { id: string; revision: number }, step: Step): Promise<Answer> {
  const [userId, transition, more] = step
  const headers = { 'If-Match': `"${record.revision}"` }
  return product.as(userId).post(`/api/activities/${record.id}/transitions`, { transition, ...more }, headers)
}

/** Files an activity as `anmalare` and takes it through these steps; answers the record. Throws when a step is refused. */
export async function filed(
  product: TestApp,
  steps: readonly Step[],
  more: ActivityData = {},
): Promise<Answer['body']> {
  let answer = await product.as('anmalare').post('/api/activities', { data: ordinaryActivity(product, more) })
  for (const step of steps) {
    const next = await move(product, answer.body, step)
    if (next.status >= 400) throw new Error(`${step.join(' ')}: ${JSON.stringify(next.body)}`)
    answer = next
  }
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
