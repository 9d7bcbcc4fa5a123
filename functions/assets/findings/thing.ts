import { type AssetRule, allAssets, kept, things, used, when } from './rule.ts'
import { isBlank } from './traits.ts'

const portable = ['laptop', 'mobile', 'tablet', 'removableMedia']
const computers = ['pc', 'laptop', 'server']

/** Rules about equipment, most of them about devices and systems too (domain section 5, EQ, RA and GO-06). */
export const thingRules: readonly AssetRule[] = [
  {
    id: 'EQ-01',
    source: 'S0',
    kinds: allAssets,
    states: used,
    test: ({ data }) => when(data.connectedToNetwork && isBlank(data.connectionApproval), 'H', '/connectionApproval'),
  },
  {
    id: 'EQ-02',
    source: 'S0',
    kinds: allAssets,
    states: kept,
    test: ({ data }, { personActive, unitEnded }) => [
      ...when((data.usingOrgUnitIds ?? []).length === 0, 'M', '/usingOrgUnitIds'),
      ...(data.usingOrgUnitIds ?? []).flatMap((id, at) =>
        when(unitEnded?.(id), 'M', `/usingOrgUnitIds/${at}`, { passing: true }),
      ),
      ...when(!data.responsiblePersonId, 'M', '/responsiblePersonId'),
      ...when(
        data.responsiblePersonId && personActive?.(data.responsiblePersonId) === false,
        'M',
        '/responsiblePersonId',
        {
          passing: true,
        },
      ),
    ],
  },
  {
    id: 'EQ-03',
    source: 'S0, CSL 2:3',
    kinds: things,
    states: used,
    test: ({ data }, { today }) =>
      when(
        data.connectedToNetwork && data.osSupportEnd && data.osSupportEnd < today && !data.protectionException,
        'H',
        '/osSupportEnd',
        { passing: true, params: { date: data.osSupportEnd ?? '' } },
      ),
  },
  {
    id: 'EQ-04',
    source: 'S0',
    kinds: ['equipment'],
    states: used,
    test({ data }) {
      if (!data.connectedToNetwork || !computers.includes(data.equipmentType ?? '') || data.protectionException)
        return []
      return [
        ...when(data.patchManaged === false, 'H', '/patchManaged'),
        ...when(data.malwareProtection === false, 'H', '/malwareProtection'),
      ]
    },
  },
  {
    id: 'EQ-05',
    source: 'S0',
    kinds: things,
    states: ['disposed'],
    test({ data: { hasStorageMedia, disposal = {} } }) {
      const { method, at, by, supplierId, certificateRef } = disposal
      const whole = method && method !== 'noMedia' && at && (by || supplierId) && certificateRef
      return when(hasStorageMedia && !whole, 'H', '/disposal')
    },
  },
  {
    id: 'EQ-06',
    source: 'DSF 32.1 a, S0',
    kinds: ['equipment'],
    states: kept,
    test: ({ data }) =>
      when(
        portable.includes(data.equipmentType ?? '') && data.personalData === 'yes' && data.diskEncryption === false,
        'H',
        '/diskEncryption',
      ),
  },
  {
    id: 'EQ-07',
    source: 'DSF 33',
    kinds: allAssets,
    states: ['missing'],
    test: ({ data }) =>
      when(data.personalData !== 'no' && !(data.incidentRefs ?? []).some(({ ref }) => ref), 'H', '/incidentRefs'),
  },
  {
    id: 'RA-01',
    source: 'S4, OSL 5:1',
    kinds: allAssets,
    states: [...kept, 'planned', 'acquisition'],
    test: ({ data }) =>
      (data.riskAnalysisIds ?? []).flatMap(({ type, date, approvedAt, diaryNumber }, at) =>
        when(type === 'access' && (approvedAt ?? date) && !diaryNumber, 'M', `/riskAnalysisIds/${at}/diaryNumber`),
      ),
  },
  {
    id: 'RA-03',
    source: 'S0',
    kinds: allAssets,
    states: [...kept, 'planned', 'acquisition'],
    test: ({ data }) =>
      (data.changes ?? []).flatMap(({ protectionBypass, riskAnalysisRef }, at) =>
        when(protectionBypass && !riskAnalysisRef, 'H', `/changes/${at}`),
      ),
  },
  {
    id: 'GO-06',
    source: 'OSL 5:1, 5:5',
    kinds: allAssets,
    states: [...kept, 'planned', 'acquisition', 'decommissioned'],
    test: ({ data: { secrecyMarks = [], diaryNumber } }) => [
      ...secrecyMarks.flatMap(({ markedAt, markedByAuthority }, at) =>
        when(!markedAt || !markedByAuthority, 'M', `/secrecyMarks/${at}`),
      ),
      ...when(secrecyMarks.length > 0 && !diaryNumber, 'M', '/diaryNumber'),
    ],
  },
]
