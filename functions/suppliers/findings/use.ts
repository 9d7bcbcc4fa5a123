import { isInEea } from '../../processing/adequacy.ts'
import { addMonths } from '../../processing/calendar.ts'
import type { Finding } from '../../register/api.ts'
import { judge, type Use } from '../coverage.ts'
import type { ActivityFacts, AgreementFacts, AssetFacts, SupplierFacts } from '../facts.ts'
import { current, countriesOf } from '../sub-processors.ts'
import { isInForce } from '../term.ts'
import { inGravity, when } from './rule.ts'

const insiders = ['support', 'maintenance', 'hosting']
/** States of a system that somebody can get into. */
const accessible = ['introduction', 'inOperation', 'phasingOut', 'outOfService']
/** Months within which who has access is looked at again (house default, domain section 5). */
const reviewMonths = 12

/** What an activity or asset is judged beside. */
export interface Surroundings {
  today: string
  suppliers: readonly SupplierFacts[]
  /** All agreements with those suppliers. */
  agreements: readonly AgreementFacts[]
  /** Agreements about shared records, of any party. */
  shared?: readonly AgreementFacts[]
}

/** What agreements make wrong with an activity (SU-01, SU-14, TR-07). `uses`: its processors; `applications`: those it runs on. */
export function activityFindings(
  activity: Omit<ActivityFacts, 'since' | 'state'>,
  uses: readonly Use[],
  applications: readonly AssetFacts[],
  around: Surroundings,
): Finding[] {
  const { startDate, endedAt, thirdCountryTransfer, processors } = activity
  const begun = startDate !== undefined && startDate <= around.today && !endedAt
  return inGravity([
    ...(begun ? uses.flatMap((use) => uncovered(use, pointerOf(use, processors), 'SU-01', around)) : []),
    ...(thirdCountryTransfer === 'no' ? abroad(applications, around) : []),
    ...unshared(activity, around),
  ])
}

/** What suppliers make wrong with an asset (SU-02, SU-11, SU-13, SU-15). `activities`: those in force that run on it. */
export function assetFindings(
  asset: AssetFacts,
  uses: readonly Use[],
  activities: readonly ActivityFacts[],
  around: Surroundings,
): Finding[] {
  return inGravity([
    ...uses.flatMap((use) => {
      const at = asset.suppliers.findIndex(({ supplierId }) => supplierId === use.supplierId)
      return uncovered(use, `/supplierIds/${at}`, 'SU-02', around)
    }),
    ...silent(asset, activities, around),
    ...undisposed(asset, around),
    ...unreviewed(asset, around.today),
  ])
}

/** Shared records without an agreement about them that the controller is party to. */
function unshared(
  { regimes, controllerOrgUnitId = '' }: Pick<ActivityFacts, 'regimes' | 'controllerOrgUnitId'>,
  { shared = [], today }: Surroundings,
): Finding[] {
  const agreed = shared.some(
    ({ data, state }) =>
      (state === 'active' || state === 'amending') &&
      isInForce(data, today) &&
      data.controllerOrgUnitIds.includes(controllerOrgUnitId),
  )
  return when(regimes.includes('svod') && !agreed, {
    rule: 'SU-14',
    severity: 'H',
    pointer: '/legalRegimes',
    source: 'S0, SVOD',
  })
}

function uncovered(
  use: Use,
  pointer: string,
  rule: 'SU-01' | 'SU-02',
  { suppliers, agreements, today }: Surroundings,
): Finding[] {
  const { status, date } = judge(use, agreements, today)
  const supplier = suppliers.find(({ id }) => id === use.supplierId)?.name ?? use.supplierName ?? ''
  return when(status !== 'covered', {
    rule,
    severity: 'K',
    pointer,
    source: 'DSF 28.3, S0',
    params: { supplier, status, ...(date && { date }) },
  })
}

/** Somebody with insight into what is secret, without a duty of silence. */
function silent(
  { suppliers: named }: AssetFacts,
  activities: readonly ActivityFacts[],
  around: Surroundings,
): Finding[] {
  if (!activities.some(({ hasSecrecy }) => hasSecrecy)) return []
  const { agreements, suppliers, today } = around
  return named.flatMap(({ supplierId, role = '', processesPersonalData }, at) => {
    const own = agreements.filter(({ data }) => data.supplierId === supplierId && isInForce(data, today))
    const based = own.some(({ data }) => data.secrecyBasis === 'osl10_2a' || data.secrecyBasis === 'authority')
    const bound = own.some(({ data, state }) => data.type === 'secrecy' && (state === 'active' || state === 'amending'))
    return when(insiders.includes(role) && processesPersonalData === true && !based && !bound, {
      rule: 'SU-11',
      severity: 'H',
      pointer: `/supplierIds/${at}`,
      source: 'S0',
      params: { supplier: suppliers.find(({ id }) => id === supplierId)?.name ?? '' },
    })
  })
}

/** Leased or borrowed media that no agreement says are to be wiped. */
function undisposed(
  { ownership = '', hasStorageMedia, suppliers: named }: AssetFacts,
  { agreements, today }: Surroundings,
): Finding[] {
  const clause = agreements.some(
    ({ data }) =>
      data.mediaDisposalClause === true &&
      isInForce(data, today) &&
      named.some(({ supplierId }) => supplierId === data.supplierId),
  )
  return when(['leased', 'borrowed'].includes(ownership) && hasStorageMedia === true && !clause, {
    rule: 'SU-13',
    severity: 'M',
    pointer: '/ownership',
    source: 'S0',
  })
}

/** A supplier's people who may get into a running system, and nobody has looked at who they are for a year. */
function unreviewed(
  { kind, state, suppliers, lastSupplierAccessReviewAt: last }: AssetFacts,
  today: string,
): Finding[] {
  const isOpen = kind === 'application' && accessible.includes(state)
  const at = suppliers.findIndex(({ role = '' }) => insiders.includes(role))
  const late = last === undefined || addMonths(last, reviewMonths) < today
  return when(isOpen && at >= 0 && late, {
    rule: 'SU-15',
    severity: 'M',
    pointer: '/lastSupplierAccessReviewAt',
    source: 'S0',
    params: { date: last ?? '' },
  })
}

/** "No transfer", though a system, a sub-processor or a supplier of the activity is outside the EEA. */
function abroad(applications: readonly AssetFacts[], { suppliers, agreements, today }: Surroundings): Finding[] {
  const outside = (countries: readonly string[]) => countries.filter((country) => !isInEea(country))
  const places = [
    ...applications.flatMap(({ name, hostingCountries }) =>
      outside(hostingCountries).map((country) => ({ name, country })),
    ),
    ...suppliers.flatMap(({ name, data }) =>
      outside(data.country ? [data.country] : []).map((country) => ({ name, country })),
    ),
    ...agreements
      .filter(({ data }) => data.type === 'pub' && isInForce(data, today))
      .flatMap(({ data }) => current(data.subProcessors))
      .filter(({ status }) => status === 'active' || status === 'approved')
      .flatMap((one) => outside(countriesOf([one])).map((country) => ({ name: one.name, country }))),
  ]
  const seen = new Set<string>()
  return places
    .filter(({ name, country }) => !seen.has(`${name} ${country}`) && seen.add(`${name} ${country}`))
    .map(({ name, country }) => ({
      rule: 'TR-07',
      severity: 'H',
      pointer: '/thirdCountryTransfer',
      source: 'DSF 30.1 e',
      params: { name, place: country },
    }))
}

function pointerOf({ supplierId, supplierName }: Use, processors: ActivityFacts['processors']): string {
  const at = processors.findIndex((one) =>
    supplierId ? one.supplierId === supplierId : !one.supplierId && one.name === supplierName,
  )
  return `/processors/${Math.max(0, at)}`
}
