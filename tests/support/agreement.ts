import type { AgreementData } from '../../functions/suppliers/agreement-data.ts'
import type { SupplierData } from '../../functions/suppliers/supplier-data.ts'
import type { TestApp } from './app.ts'
import type { Answer } from './client.ts'

/** All of DSF 28.3. */
export const wholeArt28 = { a: true, b: true, c: true, d: true, e: true, f: true, g: true, h: true }

/** A supplier in a test; answers the record. */
export async function supplierIn(app: TestApp, data: Partial<SupplierData> = {}): Promise<Answer['body']> {
  return created(await app.as('avtal').post('/api/suppliers', { data: { name: 'Linden Journal AB', ...data } }))
}

/** A complete PUB-avtal of Hälso- och sjukvårdsnämnden, as a draft; answers the record. */
export async function agreementIn(app: TestApp, data: Partial<AgreementData> = {}): Promise<Answer['body']> {
  const whole = {
    name: 'PUB-avtal journal',
    type: 'pub',
    controllerOrgUnitIds: [app.units['halso-och-sjukvardsnamnden']],
    ownerId: app.people['avtal'],
    diaryNumber: 'HSN 2026/12',
    signedAt: '2026-01-10',
    validFrom: '2026-02-01',
    validTo: '2028-12-31',
    art28: wholeArt28,
    ...data,
  }
  return created(await app.as('avtal').post('/api/agreements', { data: whole }))
}

/** Makes a transition of an agreement as somebody, from its newest revision; answers what the product says. */
export async function moveAgreement(
  app: TestApp,
  id: string,
  userId: string,
  transition: string,
  data?: object,
): Promise<Answer> {
  const { revision } = (await app.as('avtal').get(`/api/agreements/${id}`)).body
  const headers = { 'If-Match': `"${revision}"` }
  return app.as(userId).post(`/api/agreements/${id}/transitions`, { transition, ...(data && { data }) }, headers)
}

/** Changes fields of an agreement as its contract owner; answers what the product says. */
export async function changeAgreement(app: TestApp, id: string, change: Partial<AgreementData>): Promise<Answer> {
  const { revision, data } = (await app.as('avtal').get(`/api/agreements/${id}`)).body
  return app.as('avtal').put(`/api/agreements/${id}`, { data: { ...data, ...change } }, { 'If-Match': `"${revision}"` })
}

/** An agreement brought into force, its checklist confirmed by `coordinator`; answers the record. */
export async function activeAgreement(
  app: TestApp,
  data: Partial<AgreementData> = {},
  coordinator = 'samordnare',
): Promise<Answer['body']> {
  const { id } = await agreementIn(app, data)
  await moved(await moveAgreement(app, id, 'avtal', 'sign'))
  if ((data.type ?? 'pub') === 'pub') await moved(await moveAgreement(app, id, coordinator, 'confirmChecklist'))
  return moved(await moveAgreement(app, id, 'avtal', 'activate'))
}

/** The body of an answer that must have gone well. */
export function moved(answer: Answer): Answer['body'] {
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

function created(answer: Answer): Answer['body'] {
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
