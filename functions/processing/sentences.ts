import type { Finding } from '../register/api.ts'
import type { Missing } from '../register/errors.ts'
import { lawInWords } from './law.ts'
import { textAt, type Texts } from './text.ts'
import findingsEn from './text/en/findings.json' with { type: 'json' }
import requirementsEn from './text/en/requirements.json' with { type: 'json' }
import workflowEn from './text/en/workflow.json' with { type: 'json' }
import findingsSv from './text/sv/findings.json' with { type: 'json' }
import requirementsSv from './text/sv/requirements.json' with { type: 'json' }
import workflowSv from './text/sv/workflow.json' with { type: 'json' }

type Language = 'sv' | 'en'

const workflow: { [language in Language]: Texts } = { sv: workflowSv, en: workflowEn }
const requirements: { [language in Language]: Texts } = { sv: requirementsSv, en: requirementsEn }
const findings: { [language in Language]: Texts } = { sv: findingsSv, en: findingsEn }

/** What is missing, as a sentence: the workflow's own, the form's, or the title of the finding that blocks. */
export function missingSentence({ rule, text, params }: Missing, language: Language): string | undefined {
  const key = text ?? rule
  const finding = titleOf(rule, params, language)
  return (
    textAt(workflow[language], key, { ...params, finding: finding ?? '' }) ??
    textAt(requirements[language], key, params) ??
    finding
  )
}

/** A finding in words: what is wrong, what to do about it, and the law behind it. */
export function findingSentences(
  { rule, source, params }: Finding,
  language: Language,
): { detail: string; action: string; law: string } {
  return {
    detail: titleOf(rule, params, language) ?? rule,
    action: textAt(findings[language], `${rule}.action`, params) ?? '',
    law: lawInWords(source, language),
  }
}

/** What is wrong; a country is called by its name, and a name that ends in a full stop brings no second one. */
function titleOf(rule: string, params: Finding['params'], language: Language): string | undefined {
  const place = params?.['place']
  const named = isCountryCode(place) ? { ...params, place: countryName(place, language) } : params
  return textAt(findings[language], `${rule}.title`, named)?.replace(/\.\.$/, '.')
}

function isCountryCode(place: unknown): place is string {
  return typeof place === 'string' && /^[A-Z]{2}$/.test(place)
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
