import { addMonths } from '../../processing/calendar.ts'
import { type AssetRule, systems, used, when } from './rule.ts'
import { isBlank, isSensitiveSystem, lastAnalysis } from './traits.ts'

const classificationMonths = 24
const analysisMonths = 36
const accessReviewMonths = 12

/** Rules about who answers for a system, its classification, risks and documentation (domain section 5, AP). */
export const systemRules: readonly AssetRule[] = [
  {
    id: 'AP-01',
    source: 'DSF 30, S0',
    kinds: systems,
    states: ['inOperation'],
    test: ({ data, activities }) =>
      when(
        data.personalData !== 'no' && activities?.length === 0,
        data.personalData === 'yes' ? 'H' : 'M',
        '/personalData',
        {
          passing: true,
        },
      ),
  },
  {
    id: 'AP-05',
    source: 'S0, S4',
    kinds: systems,
    states: used,
    test: ({ data }, { personActive }) => [
      ...when(!data.systemOwnerId, 'H', '/systemOwnerId'),
      ...when(isBlank(data.systemAdministratorIds), 'H', '/systemAdministratorIds'),
      ...when(data.systemOwnerId && personActive?.(data.systemOwnerId) === false, 'H', '/systemOwnerId', {
        passing: true,
      }),
      ...(data.systemAdministratorIds ?? []).flatMap((id, at) =>
        when(personActive?.(id) === false, 'H', `/systemAdministratorIds/${at}`, { passing: true }),
      ),
    ],
  },
  {
    id: 'AP-06',
    source: 'S0',
    kinds: systems,
    states: used,
    test(asset, { today }) {
      const { classificationId } = asset.data
      const severity = isSensitiveSystem(asset) ? 'H' : 'M'
      const old = classificationId?.date && addMonths(classificationId.date, classificationMonths) < today
      return [
        ...when(isBlank(classificationId), severity, '/classificationId'),
        ...when(old, severity, '/classificationId/date', { passing: true }),
      ]
    },
  },
  {
    id: 'AP-07',
    source: 'Klassa',
    kinds: systems,
    states: used,
    test(asset) {
      const { confidentiality } = asset.data.classificationId ?? {}
      if (confidentiality === undefined || !isSensitiveSystem(asset)) return []
      const special = (asset.activities ?? []).some((activity) => activity.special)
      const severity = confidentiality < 2 ? 'M' : 'L'
      return when(
        confidentiality < 2 || (confidentiality < 3 && special),
        severity,
        '/classificationId/confidentiality',
      )
    },
  },
  {
    id: 'AP-08',
    source: 'Klassa, SSkL',
    kinds: systems,
    states: [...used, 'planned', 'acquisition', 'storage'],
    test({ data: { classificationId = {} } }) {
      const { confidentiality, integrity, availability, traceability } = classificationId
      return when([confidentiality, integrity, availability, traceability].includes(4), 'K', '/classificationId')
    },
  },
  {
    id: 'AP-09',
    source: 'HSLF40 3:5, S0',
    kinds: systems,
    states: used,
    test({ data }, { today }) {
      const analysed = lastAnalysis(data, 'infoSystem', true)
      if (!analysed) return when(true, 'H', '/riskAnalysisIds')
      const outrun = data.lastMajorChangeAt && analysed < data.lastMajorChangeAt
      const old = addMonths(analysed, analysisMonths) < today
      return [
        ...when(outrun, 'H', '/riskAnalysisIds', { params: { date: analysed } }),
        ...when(!outrun && old, 'H', '/riskAnalysisIds', { passing: true, params: { date: analysed } }),
      ]
    },
  },
  {
    id: 'AP-16',
    source: 'S0, DSF 5.1 c',
    kinds: systems,
    states: used,
    test: ({ data: { testData = {} } }) =>
      when(testData.usesProductionData && !(testData.reviewed && testData.deidentified), 'H', '/testData'),
  },
  {
    id: 'AP-17',
    source: 'S0, CSL 2:3',
    kinds: systems,
    states: used,
    test: ({ data }) =>
      when(
        (data.classificationId?.availability ?? 0) >= 3 && !(data.continuityPlanRef && data.fallbackRoutineRef),
        'H',
        '/continuityPlanRef',
      ),
  },
  {
    id: 'AP-19',
    source: 'S0',
    kinds: systems,
    states: ['inOperation'],
    test({ data: { lastAccessReviewAt: at, lastMajorChangeAt, usingOrgUnitIds = [] } }, { today, reorganisedAt }) {
      if (!at) return when(true, 'M', '/lastAccessReviewAt')
      const outrun = lastMajorChangeAt && at < lastMajorChangeAt
      const moved = usingOrgUnitIds.some((unit) => at < (reorganisedAt?.(unit) ?? ''))
      const old = addMonths(at, accessReviewMonths) < today
      return [
        ...when(outrun, 'M', '/lastAccessReviewAt'),
        ...when(!outrun && (moved || old), 'M', '/lastAccessReviewAt', { passing: true }),
      ]
    },
  },
  {
    id: 'AP-21',
    source: 'S0',
    kinds: systems,
    states: ['decommissioned', 'phasingOut'],
    test: ({ data: { plannedEndAt }, activities = [] }, { today }) =>
      when(activities.length > 0 && plannedEndAt && plannedEndAt < today, 'H', '/plannedEndAt', {
        passing: true,
        params: { date: plannedEndAt ?? '', count: activities.length },
      }),
  },
]
