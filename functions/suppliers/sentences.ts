import { sourceInWords } from '../processing/legal-source.ts'
import lawEn from '../processing/text/en/legal-source.json' with { type: 'json' }
import lawSv from '../processing/text/sv/legal-source.json' with { type: 'json' }
import { textAt, type Texts } from '../processing/text.ts'
import contentEn from '../processing/text/en/vocabulary.json' with { type: 'json' }
import contentSv from '../processing/text/sv/vocabulary.json' with { type: 'json' }
import type { Finding, ToldFinding } from '../register/api.ts'
import type { FieldError, Missing } from '../register/errors.ts'
import type { Judgement } from './coverage.ts'
import coverageEn from './text/en/coverage.json' with { type: 'json' }
import datesEn from './text/en/dates.json' with { type: 'json' }
import errorsEn from './text/en/errors.json' with { type: 'json' }
import findingsEn from './text/en/findings.json' with { type: 'json' }
import requirementsEn from './text/en/requirements.json' with { type: 'json' }
import vocabularyEn from './text/en/vocabulary.json' with { type: 'json' }
import coverageSv from './text/sv/coverage.json' with { type: 'json' }
import datesSv from './text/sv/dates.json' with { type: 'json' }
import errorsSv from './text/sv/errors.json' with { type: 'json' }
import findingsSv from './text/sv/findings.json' with { type: 'json' }
import requirementsSv from './text/sv/requirements.json' with { type: 'json' }
import vocabularySv from './text/sv/vocabulary.json' with { type: 'json' }

export type Language = 'sv' | 'en'

type Params = NonNullable<Finding['params']>

type InBoth = { [language in Language]: Texts }

const laws: InBoth = { sv: lawSv, en: lawEn }
const findings: InBoth = { sv: findingsSv, en: findingsEn }
const requirements: InBoth = { sv: requirementsSv, en: requirementsEn }
const errors: InBoth = { sv: errorsSv, en: errorsEn }
const dates: InBoth = { sv: datesSv, en: datesEn }
const coverage: InBoth = { sv: coverageSv, en: coverageEn }
const vocabulary: InBoth = { sv: vocabularySv, en: vocabularyEn }
const content: InBoth = { sv: contentSv, en: contentEn }

/** A finding in words. Codes among its parameters are called by their labels, countries by their names. */
export function tellFinding(finding: Finding, language: Language): ToldFinding {
  const params = inWords(finding.params ?? {}, language)
  return {
    ...finding,
    detail: textAt(findings[language], `${finding.rule}.title`, params) ?? finding.rule,
    action: textAt(findings[language], `${finding.rule}.action`, params) ?? '',
    law: lawInWords(finding.source, language),
  }
}

/** What a transition lacks, as a sentence. */
export function missingSentence({ rule, text, params }: Missing, language: Language): string | undefined {
  return textAt(requirements[language], text ?? rule, params && withDays(params, language))
}

/** A refusal of a field, where the service has words of its own. */
export function fieldSentence({ code, params }: FieldError, language: Language): string | undefined {
  return textAt(errors[language], code, params && withDays(params, language))
}

/** A legal source spelt out. */
export function lawInWords(source: string, language: Language): string {
  const words = sourceInWords(source, laws[language])
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Why a use is covered or not. */
export function reasonSentence({ reason, date }: Judgement, language: Language): string {
  const key = reason === 'covered' && date ? 'coveredUntil' : reason
  return textAt(coverage[language], key, { date: date ? dayInWords(date, language) : '' }) ?? reason
}

/** Any other sentence about coverage. */
export function coverageSentence(key: string, language: Language): string {
  return textAt(coverage[language], key) ?? key
}

/** Label of a code of the suppliers' own vocabularies. */
export function labelOf(name: string, code: string, language: Language): string {
  return textAt(vocabulary[language], `${name}.${code}`) ?? code
}

function inWords(params: Params, language: Language): Params {
  const { place, status, what, codes } = params
  return {
    ...withDays(params, language),
    ...(typeof place === 'string' && { place: countryName(place, language) }),
    ...(typeof codes === 'string' && { codes: codesInWords(String(what), codes, language) }),
    ...(typeof status === 'string' && { status: labelOf('coverageStatus', status, language).toLowerCase() }),
  }
}

/** Days among parameters as people write them. */
function withDays(params: Params, language: Language): Params {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, language) : value,
  ])
  return Object.fromEntries(said) as Params
}

/** 10 november 2026. The names stand in a text of their own: the first use of Intl for dates takes 25 ms. */
function dayInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = textAt(dates[language], `months.${Number(month)}`) ?? month
  return textAt(dates[language], 'day', { day: Number(day), month: name, year }) ?? date
}

/** Categories, subjects or countries by their names; a code of the officer's own stays a code. */
function codesInWords(what: string, codes: string, language: Language): string {
  const named = codes
    .split(', ')
    .map((code) =>
      what === 'country' ? countryName(code, language) : (textAt(content[language], `${what}.${code}`) ?? code),
    )
  return named.join(', ')
}

function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code
}
