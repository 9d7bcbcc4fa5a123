import { sourceInWords } from '../processing/legal-source.ts'
import lawEn from '../processing/text/en/legal-source.json' with { type: 'json' }
import lawSv from '../processing/text/sv/legal-source.json' with { type: 'json' }
import { textAt, type Texts } from '../processing/text.ts'
import type { Finding, ToldFinding } from '../register/api.ts'
import { withDays } from './days.ts'
import { countryName, labelOf, type Language } from './labels.ts'
import en from './text/en/findings.json' with { type: 'json' }
import sv from './text/sv/findings.json' with { type: 'json' }

type Params = NonNullable<Finding['params']>
/** Names of codes of personal data; they weigh much, and only rules over agreements speak of them. */
type NamesOfCodes = (what: string, codes: string, language: Language) => string

const words: { [language in Language]: Texts } = { sv, en }
const laws: { [language in Language]: Texts } = { sv: lawSv, en: lawEn }

/** A finding in words. Codes among its parameters are called by their labels, countries by their names. */
export function tellFinding(finding: Finding, language: Language, namesOf?: NamesOfCodes): ToldFinding {
  const params = inWords(finding.params ?? {}, language, namesOf)
  return {
    ...finding,
    detail: textAt(words[language], `${finding.rule}.title`, params) ?? finding.rule,
    action: textAt(words[language], `${finding.rule}.action`, params) ?? '',
    law: lawInWords(finding.source, language),
  }
}

/** A legal source spelt out. */
export function lawInWords(source: string, language: Language): string {
  const said = sourceInWords(source, laws[language])
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function inWords(params: Params, language: Language, namesOf?: NamesOfCodes): Params {
  const { place, status, what, codes } = params
  return {
    ...withDays(params, language),
    ...(typeof place === 'string' && { place: countryName(place, language) }),
    ...(typeof codes === 'string' && namesOf && { codes: namesOf(String(what), codes, language) }),
    ...(typeof status === 'string' && { status: labelOf('coverageStatus', status, language).toLowerCase() }),
  }
}
