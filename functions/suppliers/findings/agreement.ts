import { addDays } from '../../processing/calendar.ts'
import type { Finding } from '../../register/api.ts'
import type { AgreementData } from '../agreement-data.ts'
import { countriesBeyond, driftOf } from '../drift.ts'
import type { ActivityFacts, AgreementFacts } from '../facts.ts'
import type { SupplierData } from '../supplier-data.ts'
import { isInForce, isSoon, lastDay, lastNoticeDay } from '../term.ts'
import { unmetClauses } from '../workflow/signing.ts'
import { undocumentedMarks } from './marked.ts'
import { inGravity, when } from './rule.ts'

const returnDays = 30
const bound = ['active', 'amending']

/** What an agreement is judged beside. */
export interface Around {
  today: string
  supplier?: SupplierData
  parent?: AgreementFacts
  /** The other agreements with the supplier. */
  others: readonly AgreementFacts[]
  /** Activities in force that it covers: those it names, and for a PUB-avtal those that name the supplier. */
  activities: readonly ActivityFacts[]
}

type Judged = Pick<AgreementFacts, 'id' | 'state' | 'data'>

/** What is wrong with an agreement today (domain section 5, SU-03 to SU-12), gravest first. */
export function agreementFindings(judged: Judged, around: Around): Finding[] {
  const { state, data } = judged
  const { today } = around
  const holds = bound.includes(state)
  return inGravity([
    ...ownFindings(judged, around),
    ...when(data.type === 'pub' && holds && !isActiveService(around.parent, today), {
      rule: 'SU-05',
      severity: 'M',
      pointer: '/parentAgreementId',
      source: 'S0',
    }),
    ...(holds && data.type === 'pub' ? drifts(data, around) : []),
    ...(holds ? secrecy(data, around) : []),
    ...(holds && data.type === 'pub' ? doubles(judged, around) : []),
  ])
}

/** The rules that need nothing but the agreement and how critical its supplier is. */
export function ownFindings(
  { state, data }: Judged,
  { today, supplier }: Pick<Around, 'today' | 'supplier'>,
): Finding[] {
  const holds = bound.includes(state)
  const isPub = data.type === 'pub'
  const unmet = unmetClauses(data)
  const late = data.nextFollowUpAt !== undefined && data.nextFollowUpAt < today
  return [
    ...undocumentedMarks(data),
    ...when(isPub && holds && unmet.length > 0, {
      rule: 'SU-03',
      severity: 'H',
      pointer: '/art28',
      source: 'DSF 28.3 a–h',
      params: { letters: unmet.join(', ') },
    }),
    ...(holds && (isPub || data.type === 'service') ? ending(data, today) : []),
    ...(holds && isPub ? chain(data) : []),
    ...when((holds || state === 'signed') && late, {
      rule: 'SU-09',
      severity: supplier?.criticality === 'high' ? 'H' : 'M',
      pointer: '/nextFollowUpAt',
      source: 'DSF 28.1, 28.3 h, S0',
      params: { date: data.nextFollowUpAt ?? '' },
    }),
    ...(isPub ? unreturned(state, data, today) : []),
  ]
}

function ending(data: AgreementData, today: string): Finding[] {
  const end = lastDay(data, today)
  if (end === undefined || end < today || !isSoon(data, end, today)) return []
  const finding = { rule: 'SU-04', severity: 'M' as const, pointer: '/validTo', source: 'DSF 28.3' }
  const notice = lastNoticeDay(data, today)
  return [{ ...finding, params: { date: end, notice: notice ?? end } }]
}

/** Sub-processors in use that nobody approved of or told about, and those approved of too late. */
function chain({ subProcessorMode, subProcessors = [] }: AgreementData): Finding[] {
  return subProcessors.flatMap(({ name, status, decidedAt, notifiedAt, objectionDeadline, country = '' }, at) => {
    const unheard = subProcessorMode === 'general' ? !notifiedAt : !decidedAt
    const approved = status === 'approved' || status === 'active'
    return [
      ...when(status === 'active' && unheard, {
        rule: 'SU-07',
        severity: 'H',
        pointer: `/subProcessors/${at}`,
        source: 'DSF 28.2, 28.4',
        params: { name, place: country },
      }),
      ...when(approved && !!decidedAt && !!objectionDeadline && decidedAt > objectionDeadline, {
        rule: 'SU-18',
        severity: 'M',
        pointer: `/subProcessors/${at}/decidedAt`,
        source: 'DSF 28.2',
        params: { name, date: objectionDeadline ?? '' },
      }),
    ]
  })
}

function unreturned(state: string, data: AgreementData, today: string): Finding[] {
  if (state !== 'terminated' && !bound.includes(state)) return []
  const end = lastDay(data, today)
  const late = end !== undefined && addDays(end, returnDays) < today && !data.dataReturn?.confirmedAt
  return when(late, {
    rule: 'SU-12',
    severity: 'H',
    pointer: '/dataReturn/confirmedAt',
    source: 'DSF 28.3 g',
    params: { date: end ?? '' },
  })
}

function drifts(data: AgreementData, { activities }: Around): Finding[] {
  const finding = (pointer: string, codes: readonly string[], names: readonly string[], what: string): Finding[] =>
    when(codes.length > 0, {
      rule: 'SU-06',
      severity: 'H',
      pointer,
      source: 'DSF 28.3, 29',
      params: { what, codes: [...new Set(codes)].join(', '), names: names.join(', ') },
    })
  const drift = driftOf(data, activities)
  const among = (field: 'dataCategories' | 'subjects' | 'countries') => drift.filter((one) => one[field].length > 0)
  return [
    ...finding(
      '/instruction/dataCategories',
      drift.flatMap((one) => one.dataCategories),
      among('dataCategories').map(({ name }) => name),
      'data',
    ),
    ...finding(
      '/instruction/subjects',
      drift.flatMap((one) => one.subjects),
      among('subjects').map(({ name }) => name),
      'subject',
    ),
    ...finding(
      '/instruction/locations',
      [...drift.flatMap((one) => one.countries), ...countriesBeyond(data)],
      among('countries').map(({ name }) => name),
      'country',
    ),
  ]
}

function secrecy({ type, secrecyBasis, secrecyAssessment }: AgreementData, { activities }: Around): Finding[] {
  if (type === 'secrecy') return []
  const secret = activities.filter(({ hasSecrecy }) => hasSecrecy)
  const unassessed =
    secrecyBasis === 'osl10_2a' && !(secrecyAssessment?.at && secrecyAssessment.result === 'notUnsuitable')
  return when(secret.length > 0 && (!secrecyBasis || unassessed), {
    rule: 'SU-10',
    severity: 'H',
    pointer: secrecyBasis ? '/secrecyAssessment' : '/secrecyBasis',
    source: 'OSL 10:2 a, TPL',
    params: { names: secret.map(({ name }) => name).join(', ') },
  })
}

/** Two PUB-avtal in force for one pair of supplier and controller: the newest counts (domain model 10.28). */
function doubles({ id, data }: Judged, { today, others }: Around): Finding[] {
  if (!isInForce(data, today)) return []
  const same = others.filter(
    (other) =>
      other.id !== id &&
      other.data.type === 'pub' &&
      isInForce(other.data, today) &&
      !other.data.weAreProcessor === !data.weAreProcessor &&
      other.data.controllerOrgUnitIds.some((unit) => data.controllerOrgUnitIds.includes(unit)),
  )
  return when(same.length > 0, {
    rule: 'SU-17',
    severity: 'M',
    pointer: '/controllerOrgUnitIds',
    source: 'DSF 28.3',
    params: { names: same.map(({ number, name }) => `${number ?? ''} ${name}`.trim()).join(', ') },
  })
}

function isActiveService(parent: AgreementFacts | undefined, today: string): boolean {
  return parent?.data.type === 'service' && bound.includes(parent.state) && isInForce(parent.data, today)
}
