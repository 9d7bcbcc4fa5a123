import type { ActivityData, LegalBasis } from './data.ts'
import { builtInOf, dataClassOf, type DataClass, type ExtensionCodes } from './vocabulary.ts'

/** Codes of the data categories, as chosen. */
export function categoryCodes(data: ActivityData): string[] {
  return (data.dataCategories ?? []).map((category) => category.code)
}

/** Chosen data categories of any of the classes. */
export function categoriesOfClass(data: ActivityData, classes: readonly DataClass[], codes?: ExtensionCodes): string[] {
  return categoryCodes(data).filter((code) => classes.includes(dataClassOf(code, codes)))
}

/** Whether any data category is of one of the classes. */
export function hasClass(data: ActivityData, classes: readonly DataClass[], codes?: ExtensionCodes): boolean {
  return categoriesOfClass(data, classes, codes).length > 0
}

/** Chosen sector rules among those asked for. */
export function regimesAmong(data: ActivityData, regimes: readonly string[], codes?: ExtensionCodes): string[] {
  return (data.legalRegimes ?? []).filter((code) => regimes.includes(builtInOf('regime', code, codes)))
}

/** Whether any of the sector rules applies. */
export function hasRegime(data: ActivityData, regimes: readonly string[], codes?: ExtensionCodes): boolean {
  return regimesAmong(data, regimes, codes).length > 0
}

/** Codes of the purposes; a code of the DSO's own counts as its built-in parent. */
export function purposeCodes(data: ActivityData, codes?: ExtensionCodes): string[] {
  return (data.purposes ?? []).flatMap((purpose) =>
    purpose.purposeCode ? [builtInOf('purposeCode', purpose.purposeCode, codes)] : [],
  )
}

/** Legal bases of all purposes. */
export function legalBases(data: ActivityData): LegalBasis[] {
  return (data.purposes ?? []).flatMap((purpose) => purpose.legalBases ?? [])
}

/** Whether any purpose rests on one of the bases (`a` … `f`). */
export function hasBasis(data: ActivityData, bases: readonly string[]): boolean {
  return legalBases(data).some((entry) => bases.includes(entry.basis))
}

/** A record of what is done on behalf of others (DSF 30.2). */
export function isProcessorRecord(data: ActivityData): boolean {
  return data.registerRole === 'processor'
}

/** Data on anything but paper. */
export function isDigital(data: ActivityData): boolean {
  return (data.media ?? []).some((medium) => medium !== 'paper')
}

/** Special categories, offences, compulsory care or other data that demands extra care, or secrecy about persons. */
export function isSensitive(data: ActivityData, codes?: ExtensionCodes): boolean {
  return (
    hasClass(data, ['art9', 'art10', 'adminDetention', 'integrity'], codes) ||
    (data.secrecyProvisions ?? []).some((code) =>
      ['25:1', '26:1', '21:3', '21:3a'].includes(builtInOf('osl', code, codes)),
    )
  )
}

/** An impact assessment is called for: a case of 35.3, or at least two of IMY's criteria (rule DP-01). */
export function needsDpia(data: ActivityData): boolean {
  return (data.dpiaMandatoryCases ?? []).length > 0 || (data.dpiaCriteria ?? []).length >= 2
}

/** The responsible manager has to attest before the DSO's review (K2). */
export function needsAttestation(data: ActivityData, codes?: ExtensionCodes): boolean {
  return hasClass(data, ['art9', 'art10'], codes) || needsDpia(data)
}

/** Chosen data categories that no retention rule covers. */
export function categoriesWithoutRetention(data: ActivityData): string[] {
  const rules = data.retentionRules ?? []
  if (rules.some((rule) => rule.categories === 'all')) return []
  const covered = new Set(rules.flatMap((rule) => (Array.isArray(rule.categories) ? rule.categories : [])))
  return categoryCodes(data).filter((code) => !covered.has(code))
}
