import type { ProcessingContext } from '../context.ts'
import type { ActivityData, LegalBasis, RetentionRule, Support } from '../data.ts'
import { isEmpty } from '../gap.ts'
import statutes from '../statutes.json' with { type: 'json' }
import { hasClass, regimesAmong } from '../traits.ts'
import { builtInOf, type ExtensionCodes } from '../vocabulary.ts'
import type { Suggestion } from './suggestion.ts'

type BySector<T> = { readonly [regime: string]: T | undefined }

const purposeLaw: BySector<Support> = statutes.purpose
const sensitiveLaw: BySector<Support[]> = statutes.sensitive
const art9BySector: BySector<string> = {
  pdl: 'h',
  svod: 'h',
  qualityRegister: 'h',
  solpul: 'h',
  lss: 'h',
  employment: 'b',
  archive: 'j',
  research: 'j',
}
const secrecyBySector: BySector<string> = {
  pdl: '25:1',
  svod: '25:1',
  qualityRegister: '25:1',
  solpul: '26:1',
  lss: '26:1',
  employment: '39:2',
}
const retentionBySector: BySector<RetentionRule> = {
  pdl: { min: true, period: 'P10Y', trigger: 'lastEntry', action: 'destroy', support: [statutes.retention.pdl] },
  solpul: { period: 'P5Y', trigger: 'lastEntry', action: 'destroy', support: [statutes.retention.solpul] },
  lss: { period: 'P5Y', trigger: 'lastEntry', action: 'destroy', support: [statutes.retention.lss] },
}

/** B3 and B4: an authority's task under the sector's own act. */
export function proposeBasis(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regime = sectors(data, purposeLaw, codes)[0]
  if (!regime || isEmpty(data.purposes) || !data.purposes?.some((purpose) => isEmpty(purpose.legalBases)))
    return undefined
  const basis: LegalBasis = { basis: 'e', variant: 'publicInterest', support: [purposeLaw[regime]!] }
  const purposes = data.purposes.map((purpose) =>
    isEmpty(purpose.legalBases) ? { ...purpose, legalBases: [basis] } : purpose,
  )
  return { question: 'B3', also: ['B4'], pointer: '/purposes/0/legalBases', set: { purposes }, from: following(regime) }
}

/** B4 on its own, when the basis is chosen and the act is not. */
export function proposeNationalLaw(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regime = sectors(data, purposeLaw, codes)[0]
  const lacks = (basis: LegalBasis) => basis.basis === 'e' && isEmpty(basis.support)
  if (!regime || !data.purposes?.some((purpose) => purpose.legalBases?.some(lacks))) return undefined
  const purposes = data.purposes.map((purpose) => ({
    ...purpose,
    legalBases: purpose.legalBases?.map((basis) =>
      lacks(basis) ? { ...basis, support: [purposeLaw[regime]!] } : basis,
    ),
  }))
  return { question: 'B4', pointer: '/purposes/0/legalBases/0/support', set: { purposes }, from: following(regime) }
}

/** D2 with D3: the exception for special categories and the act that goes with it. */
export function proposeArt9(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regime = sectors(data, art9BySector, codes)[0]
  if (!regime || !isEmpty(data.art9Exceptions) || !hasClass(data, ['art9'], codes)) return undefined
  const law = supports(data, codes)
  const set = {
    art9Exceptions: [art9BySector[regime]!],
    ...(isEmpty(data.art9NationalSupport) && law.length && { art9NationalSupport: law }),
  }
  return { question: 'D2', also: ['D3'], pointer: '/art9Exceptions', set, from: following(regime) }
}

/** D3 on its own, when the exception is chosen and the act is not. */
export function proposeArt9Law(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regime = sectors(data, sensitiveLaw, codes)[0]
  if (!regime || isEmpty(data.art9Exceptions) || !isEmpty(data.art9NationalSupport)) return undefined
  if (!data.art9Exceptions?.includes(art9BySector[regime] ?? '')) return undefined
  return {
    question: 'D3',
    pointer: '/art9NationalSupport',
    set: { art9NationalSupport: supports(data, codes) },
    from: following(regime),
  }
}

/** D7: the secrecy provision of each sector. */
export function proposeSecrecy(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regimes = sectors(data, secrecyBySector, codes)
  if (regimes.length === 0 || !isEmpty(data.secrecyProvisions)) return undefined
  const secrecyProvisions = [...new Set(regimes.map((regime) => secrecyBySector[regime]!))]
  return { question: 'D7', pointer: '/secrecyProvisions', set: { secrecyProvisions }, from: following(regimes[0]!) }
}

/** G1: how long the sector's act has records kept. */
export function proposeRetention(data: ActivityData, { codes }: ProcessingContext): Suggestion | undefined {
  const regime = sectors(data, retentionBySector, codes)[0]
  if (!regime || !isEmpty(data.retentionRules)) return undefined
  const retentionRules: RetentionRule[] = [{ categories: 'all', ...retentionBySector[regime] }]
  return { question: 'G1', pointer: '/retentionRules', set: { retentionRules }, from: following(regime) }
}

function following(regime: string): { key: string } {
  return { key: `regime.${regime}` }
}

/** Chosen sector rules that the table knows, as built-in codes, in the table's order. */
function sectors(data: ActivityData, table: BySector<unknown>, codes?: ExtensionCodes): string[] {
  const chosen = regimesAmong(data, Object.keys(table), codes).map((code) => builtInOf('regime', code, codes))
  return Object.keys(table).filter((regime) => chosen.includes(regime))
}

/** Acts of all chosen sectors, each once. */
function supports(data: ActivityData, codes?: ExtensionCodes): Support[] {
  const all = sectors(data, sensitiveLaw, codes).flatMap((regime) => sensitiveLaw[regime] ?? [])
  return [...new Map(all.map((support) => [`${support.act} ${support.provision}`, support])).values()]
}
