import type { ActivityData, Purpose } from '../data.ts'
import type { Cells } from './cells.ts'
import { type Language, knownLanguage, languageOf } from './language.ts'
import { basesOf } from './normalise-bases.ts'
import { art9Of, asCategories, categoriesOf, measuresOf, sourcesOf, subjectsOf } from './normalise-codes.ts'
import { jointControllersOf, processorsOf, recipientsOf, systemsOf } from './normalise-parties.ts'
import { automatedOf, fateOf, roleOf, volumeOf } from './normalise-answers.ts'
import { onlyHeldCategories, retentionOf } from './normalise-retention.ts'
import { lawsIn, supportOf, withSupport } from './normalise-support.ts'
import { transfersOf } from './normalise-transfers.ts'
import { type UnitNames, unitOf } from './normalise-unit.ts'
import type { Field } from './headings.ts'
import { segmentsOf } from './segments.ts'

/** What a row became, and the fields of which (part of) the text could only be kept. */
export interface Normalised {
  data: ActivityData
  language: Language
  /** Fields whose text gave nothing, or gave something only in part, with what was not understood. */
  textOnly: { field: Field; texts: string[] }[]
}

/** An activity's data from a row's texts. Only what the texts say; what could only be guessed is left empty. */
export function normaliseRow(cells: Cells, organisation: UnitNames): Normalised {
  const all = ['name', 'purpose', 'categories', 'subjects', 'retention', 'legalBasis', 'recipients'] as const
  const language = knownLanguage(cells.text('language')) ?? languageOf(all.map(cells.text).join(' '))
  const about = `${cells.text('name')} ${cells.text('purpose')}`
  const textOnly: Normalised['textOnly'] = []
  const kept = (field: Field, texts: string[]) => texts.length > 0 && textOnly.push({ field, texts })

  const both = cells.text('subjectsAndCategories')
  const subjects = subjectsOf(joined(cells.text('subjects'), both), about, language)
  const categories = categoriesOf(joined(cells.text('categories'), cells.text('specialCategories'), both), language)
  kept('subjects', subjects.unread)
  kept('categories', categories.unread)
  const sources = sourcesOf(cells.text('sources'), language)
  kept('sources', sources.unread)
  const measures = measuresOf(cells.text('security'), language)
  const art9 = art9Of(joined(cells.text('art9'), ...article9Statements(cells)), language)
  const dataCategories = asCategories(categories.codes)
  const retention = onlyHeldCategories(retentionOf(cells.text('retention'), language), dataCategories)
  if (cells.text('retention') && retention.length === 0) kept('retention', segmentsOf(cells.text('retention')))
  const transfers = transfersOf(cells.text('transfers'), cells.text('safeguards'), language)
  if (cells.text('transfers') && !transfers.thirdCountryTransfer) kept('transfers', segmentsOf(cells.text('transfers')))
  const jointControllers = jointControllersOf(cells.text('jointControllers'))
  const controllerOrgUnitId = unitOf(cells.text('controller'), organisation, ['board', 'company'])
  if (cells.text('controller') && !controllerOrgUnitId) kept('controller', [cells.text('controller')])
  const orgUnitId = unitOf(cells.text('unit'), organisation)
  if (cells.text('unit') && !orgUnitId) kept('unit', [cells.text('unit')])
  const systems = systemsOf(cells.text('systems'))
  const name = cells.text('name').replaceAll(/\s+/g, ' ')

  const data: ActivityData = {
    ...(name && { name }),
    ...optional('registerRole', jointControllers ? 'jointController' : roleOf(cells.text('role'))),
    ...optional('orgUnitId', orgUnitId),
    ...optional('controllerOrgUnitId', controllerOrgUnitId),
    ...optional('jointControllers', jointControllers),
    ...filled('purposes', purposesOf(cells, language, kept)),
    ...filled('dataSources', sources.codes),
    ...filled('dataSubjectCategories', subjects.codes),
    ...optional('volume', volumeOf(cells.text('volume'))),
    ...filled('dataCategories', dataCategories),
    ...filled('art9Exceptions', art9.codes),
    ...filled('unlistedSystems', systems),
    ...optional('automatedDecisions', automatedOf(cells.text('automated'))),
    ...recipientsOf(cells.text('recipients'), language),
    ...processorsOf(cells.text('processors')),
    ...transfers,
    ...filled('retentionRules', withFate(retention, cells.text('finalFate'), language)),
    ...filled('securityMeasures', measures.codes),
    ...optional('securityDescription', measures.unread.length > 0 ? cells.text('security') : undefined),
    ...optional('rightsNotes', cells.text('rights') || undefined),
  }
  return { data, language, textOnly }
}

function purposesOf(cells: Cells, language: Language, kept: (field: Field, texts: string[]) => unknown): Purpose[] {
  const texts = segmentsOf(cells.text('purpose'))
  const basisText = cells.text('legalBasis')
  const isBasis = (segment: string) => basesOf(segment, language).length > 0
  const bases = basesOf(basisText, language)
  const support = supportOf(joined(cells.text('legalRefs'), lawsIn(basisText, language, isBasis)))
  const legalBases = withSupport(bases, support)
  const unread = segmentsOf(basisText).filter(
    (segment) => !isBasis(segment) && art9Of(segment, language).codes.length === 0,
  )
  const supported = legalBases.some((basis) => basis.support)
  kept('legalBasis', supported ? [] : unread)
  if (!supported) kept('legalRefs', segmentsOf(cells.text('legalRefs')))
  const shared = legalBases.length > 0 ? { legalBases } : {}
  if (texts.length === 0) return legalBases.length > 0 ? [shared] : []
  return texts.map((text) => ({ text, ...shared }))
}

/** Statements of the legal-basis cell that are about article 9 (ICO's and NHS's columns hold both). */
function article9Statements(cells: Cells): string[] {
  return segmentsOf(cells.text('legalBasis')).filter((segment) => /(?<!\d)9\s*[.(]/.test(segment))
}

function withFate(rules: NonNullable<ActivityData['retentionRules']>, fate: string, language: Language) {
  const action = fateOf(fate, language)
  return action ? rules.map((rule) => ({ ...rule, action: rule.action ?? action })) : rules
}

function optional<K extends keyof ActivityData>(
  key: K,
  value: ActivityData[K] | undefined,
): Pick<ActivityData, K> | object {
  return value === undefined ? {} : { [key]: value }
}

function filled<K extends keyof ActivityData>(
  key: K,
  value: ActivityData[K] & unknown[],
): Pick<ActivityData, K> | object {
  return value.length > 0 ? { [key]: value } : {}
}

function joined(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}
