import { commandClientId, demoGrant } from '../../../functions/identity/configuration.ts'

interface Answer {
  id: string
  revision: number
  data: { [field: string]: unknown }
}

const wholeArt28 = { a: true, b: true, c: true, d: true, e: true, f: true, g: true, h: true }
const notes = { a: { clause: 'p. 4, bilaga 1' }, d: { clause: 'p. 10', comment: 'Anmäls trettio dagar i förväg.' } }
const german = { name: 'Bildnät Drift Demo GmbH', country: 'DE', task: 'Drift av arkivet' }
const french = { name: 'Arkivkopia Demo SAS', country: 'FR', task: 'Säkerhetskopior' }
const american = { name: 'Remote Imaging Demo Inc.', country: 'US', task: 'Fjärrsupport', mechanism: 'dpf45' }

/** A supplier of the demo register with contacts, a certificate and a change to be assessed; ids of it and its PUB-avtal. */
export interface Planted {
  supplier: string
  agreement: string
}

/**
 * Gives Bildarkiv Demo GmbH what a supplier has after some years: a PUB-avtal that ends in 90 days, two approved sub-processors
 * and one in the USA that is not decided about, whose last day to object was five days ago.
 */
export async function plantAgreement(origin: string, now: Date): Promise<Planted> {
  const day = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const owner = await caller(origin, 'avtal')
  const coordinator = await caller(origin, 'samordnare')
  const [supplier] = (await owner.list('suppliers?q=Bildarkiv')).items
  const [board] = (await owner.list('org-units?q=H%C3%A4lso')).items
  const [activity] = (await owner.list('activities?q=r%C3%B6ntgen')).items
  const me = (await owner.get<{ person: { id: string } }>('session')).person.id
  if (!supplier || !board) throw new Error('the demo data has neither the supplier nor the board')
  await owner.put(`suppliers/${supplier.id}`, supplier.revision, {
    ...supplier.data,
    tradeNames: ['Bildarkivet'],
    numberScheme: 'vat',
    orgNumber: 'DE999999999',
    parentName: 'Bildarkiv Holding Demo SE',
    parentCountry: 'DE',
    category: 'medTech',
    criticality: 'high',
    ownerId: me,
    lastFollowUpAt: day(-250),
    nextFollowUpAt: day(115),
    contacts: [
      { role: 'dataProtection', name: 'Jana Vogel', email: 'dataskydd@bildarkiv.example', verifiedAt: day(-250) },
      { role: 'incident', name: 'Jour', phone: '+49 30 0000 0000', verifiedAt: day(-250) },
    ],
    certifications: [{ name: 'ISO 27001', reference: 'DE-27001-118', validTo: day(40) }],
    changeEvents: [{ at: day(-20), kind: 'ownership', text: 'Bildarkiv Holding Demo SE köpte bolaget.' }],
  })
  const draft = await owner.post('agreements', {
    name: 'PUB-avtal bildarkiv',
    type: 'pub',
    supplierId: supplier.id,
    controllerOrgUnitIds: [board.id],
    ownerId: me,
    diaryNumber: 'HSN 2023/118',
    template: 'skr2023',
    signedAt: day(-1376),
    validFrom: day(-1361),
    validTo: day(100),
    noticeMonths: 3,
    renewal: 'tacit',
    renewalMonths: 12,
    secrecyBasis: 'osl10_2a',
    secrecyAssessment: { at: day(-1387), by: me, result: 'notUnsuitable' },
    art28: wholeArt28,
    art28Notes: notes,
    instruction: {
      purposes: 'Lagra och visa röntgenbilder',
      dataCategories: ['name', 'personnummer'],
      subjects: ['patient'],
      locations: ['DE', 'FR'],
    },
    ...(activity && { activityIds: [activity.id] }),
    subProcessorMode: 'general',
    objectionDays: 30,
    nextFollowUpAt: day(20),
  })
  const listed = { date: day(-1376), source: 'Bilaga 3', subProcessors: [german, french] }
  await owner.move(draft.id, 'listSubProcessors', listed)
  await owner.move(draft.id, 'sign')
  await coordinator.move(draft.id, 'confirmChecklist')
  await owner.move(draft.id, 'activate')
  const later = { date: day(-35), source: 'https://bildarkiv.example', subProcessors: [german, french, american] }
  await owner.move(draft.id, 'listSubProcessors', later)
  return { supplier: supplier.id, agreement: draft.id }
}

/** Asks the API as a demo person, with a token as an integration has. */
async function caller(origin: string, userId: string) {
  const body = new URLSearchParams({ grant_type: demoGrant, client_id: commandClientId, user_id: userId })
  const granted = await fetch(`${origin}/oidc/token`, { method: 'POST', body })
  const { access_token: token } = (await granted.json()) as { access_token: string }
  const ask = async <T>(method: string, path: string, sent?: object, revision?: number): Promise<T> => {
    const response = await fetch(`${origin}/api/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
      },
      ...(sent && { body: JSON.stringify(sent) }),
    })
    const answer = (await response.json()) as T
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  return {
    get: <T>(path: string) => ask<T>('GET', path),
    list: (path: string) => ask<{ items: Answer[] }>('GET', path),
    post: (kind: string, data: object) => ask<Answer>('POST', kind, { data }),
    put: (path: string, revision: number, data: object) => ask<Answer>('PUT', path, { data }, revision),
    move: async (id: string, transition: string, data?: object) => {
      const { revision } = await ask<Answer>('GET', `agreements/${id}`)
      return ask<Answer>('POST', `agreements/${id}/transitions`, { transition, ...(data && { data }) }, revision)
    },
  }
}
