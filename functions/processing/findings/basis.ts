import { isEmpty } from '../gap.ts'
import { hasBasis, hasClass } from '../traits.ts'
import { when, type Rule } from './rule.ts'

/** The legal basis of each purpose, consent, and the national identity number. */
export const basisRules: readonly Rule[] = [
  {
    id: 'PA-03',
    source: 'DSF 6.1',
    controllers: true,
    test({ data }) {
      const at = (data.purposes ?? []).findIndex((purpose) => isEmpty(purpose.legalBases))
      return when(isEmpty(data.purposes) || at >= 0, 'K', at >= 0 ? `/purposes/${at}/legalBases` : '/purposes')
    },
  },
  {
    id: 'PA-04',
    source: 'DSL 2:1–2',
    controllers: true,
    test({ data }) {
      const at = (data.purposes ?? []).findIndex((purpose) =>
        (purpose.legalBases ?? []).some((entry) => ['c', 'e'].includes(entry.basis) && isEmpty(entry.support)),
      )
      return when(at >= 0, 'H', `/purposes/${at}/legalBases`)
    },
  },
  {
    id: 'PA-05',
    source: 'DSF 6.1',
    controllers: true,
    test: ({ data }, { unitKind }) =>
      when(
        hasBasis(data, ['f']) &&
          data.controllerOrgUnitId !== undefined &&
          unitKind?.(data.controllerOrgUnitId) === 'board',
        'H',
        `/purposes/${(data.purposes ?? []).findIndex((purpose) => purpose.legalBases?.some((entry) => entry.basis === 'f'))}/legalBases`,
      ),
  },
  {
    id: 'PA-06',
    source: 'DSF 7',
    controllers: true,
    test: ({ data }) => when(hasBasis(data, ['a']) && isEmpty(data.consentRoutine), 'H', '/consentRoutine'),
  },
  {
    id: 'PA-12',
    source: 'DSL 3:10',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        hasClass(data, ['nationalId'], codes) && isEmpty(data.nationalIdJustification),
        'M',
        isEmpty(data.nationalIdGround) ? '/nationalIdGround' : '/nationalIdJustification',
      ),
  },
  {
    id: 'PA-35',
    source: 'SoLPUL 9 §',
    controllers: true,
    test: ({ data }) => when(data.welfareTech === true && isEmpty(data.consentRoutine), 'H', '/consentRoutine'),
  },
]
