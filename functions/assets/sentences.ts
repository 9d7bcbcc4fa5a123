import { sourceInWords } from '../processing/legal-source.ts'
import { textAt, type Texts } from '../processing/text.ts'
import lawEn from '../processing/text/en/legal-source.json' with { type: 'json' }
import lawSv from '../processing/text/sv/legal-source.json' with { type: 'json' }
import type { Finding } from '../register/api.ts'
import type { Missing } from '../register/errors.ts'
import findingsEn from './text/en/findings.json' with { type: 'json' }
import requirementsEn from './text/en/requirements.json' with { type: 'json' }
import findingsSv from './text/sv/findings.json' with { type: 'json' }
import requirementsSv from './text/sv/requirements.json' with { type: 'json' }

type Language = 'sv' | 'en'

const findings: { [language in Language]: Texts } = { sv: findingsSv, en: findingsEn }
const requirements: { [language in Language]: Texts } = { sv: requirementsSv, en: requirementsEn }
const laws: { [language in Language]: Texts } = { sv: lawSv, en: lawEn }

/** What a move still lacks, as a sentence. */
export function missingSentence({ rule, text, params }: Missing, language: Language): string | undefined {
  return textAt(requirements[language], text ?? rule, params)
}

/** A finding in words: what is wrong, what to do about it, and the law behind it. */
export function findingSentences(
  { rule, source, params }: Finding,
  language: Language,
): { detail: string; action: string; law: string } {
  return {
    detail: textAt(findings[language], `${rule}.title`, params) ?? rule,
    action: textAt(findings[language], `${rule}.action`, params) ?? '',
    law: lawInWords(source, language),
  }
}

/** A legal source spelt out: `DSF 32.1 a` as the article of the regulation. */
export function lawInWords(source: string, language: Language): string {
  const words = sourceInWords(source, laws[language])
  return words.charAt(0).toUpperCase() + words.slice(1)
}
