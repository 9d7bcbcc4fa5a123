import { isEmpty } from '../gap.ts'
import { hasRegime, isProcessorRecord, purposeCodes } from '../traits.ts'
import { builtInOf } from '../vocabulary.ts'
import { when, type Rule } from './rule.ts'

const social = ['solpul', 'lss']
const allowedInCases = ['name', 'personnummer', 'caseNumber']
const caseCodes = /^SOL12_[1-9]$/

/** What the sector laws add: permitted purposes, searches, information, opting out, direct access. */
export const regimeRules: readonly Rule[] = [
  {
    id: 'PA-13',
    source: 'PDL 2:4, 7:4–6',
    controllers: true,
    test({ data }, { codes }) {
      const chosen = purposeCodes(data, codes)
      const lacks = (regime: string, prefix: string) =>
        hasRegime(data, [regime], codes) && !chosen.some((code) => code.startsWith(prefix))
      return when(lacks('pdl', 'PDL24') || lacks('qualityRegister', 'PDL7'), 'H', '/purposes')
    },
  },
  {
    id: 'PA-14',
    source: 'SoLPUF 12 §',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        !isProcessorRecord(data) &&
          hasRegime(data, social, codes) &&
          !purposeCodes(data, codes).some((code) => code.startsWith('SOL12')),
        'H',
        '/purposes',
      ),
  },
  {
    id: 'PA-15',
    source: 'SoLPUF 15 §',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        hasRegime(data, social, codes) &&
          purposeCodes(data, codes).some((code) => caseCodes.test(code)) &&
          (data.searchTerms ?? []).some((code) => !allowedInCases.includes(builtInOf('search', code, codes))),
        'H',
        '/searchTerms',
      ),
  },
  {
    id: 'PA-16',
    source: 'PDL 2:8',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        hasRegime(data, ['pdl'], codes) &&
          (data.searchTerms ?? []).some((code) =>
            ['otherSensitive', 'socialIntervention'].includes(builtInOf('search', code, codes)),
          ),
        'H',
        '/searchTerms',
      ),
  },
  {
    id: 'PA-23',
    source: 'PDL 8:6',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(hasRegime(data, ['pdl'], codes) && data.pdlInfoConfirmed !== true, 'M', '/pdlInfoConfirmed'),
  },
  {
    id: 'PA-24',
    source: 'PDL 7:2–3',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(hasRegime(data, ['qualityRegister'], codes) && isEmpty(data.optOutRoutine), 'H', '/optOutRoutine'),
  },
  {
    id: 'PA-38',
    source: 'PDL 5:4, SVOD',
    controllers: true,
    test: ({ data }, { codes }) =>
      !hasRegime(data, ['pdl', 'svod'], codes)
        ? []
        : (data.recipients ?? []).flatMap(({ category, directAccess, channel, legalSupport }, at) =>
            when(
              (directAccess === true || channel === 'directAccess') && isEmpty(legalSupport),
              'H',
              `/recipients/${at}/legalSupport`,
              { params: { name: category } },
            ),
          ),
  },
]
