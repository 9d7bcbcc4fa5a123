import { type Params, type Texts, sentence, textAt } from '../text.ts'
import enData from '../text/en/data-vocabulary.json' with { type: 'json' }
import enImport from '../text/en/import.json' with { type: 'json' }
import enVocabulary from '../text/en/vocabulary.json' with { type: 'json' }
import svData from '../text/sv/data-vocabulary.json' with { type: 'json' }
import svImport from '../text/sv/import.json' with { type: 'json' }
import svVocabulary from '../text/sv/vocabulary.json' with { type: 'json' }

/** The report's sentences and the vocabularies' labels in one language. */
export interface ReportWords {
  say(key: string, params?: Params): string
  label(vocabulary: string, code: string): string
  /** An ISO 8601 length of time of one unit, in words. */
  duration(period: string): string
}

/** Words of a language for the report. */
export function wordsOf(language: 'sv' | 'en'): ReportWords {
  const texts: Texts = language === 'sv' ? svImport : enImport
  const labels = {
    ...(language === 'sv' ? svVocabulary : enVocabulary),
    ...(language === 'sv' ? svData : enData),
  } as unknown as Texts
  return {
    say: (key, params) => sentence(texts, key, params),
    label: (vocabulary, code) => textAt(labels, `${vocabulary}.${code}`) ?? code,
    duration: (period) => durationText(period, language),
  }
}

const units: { [letter: string]: string } = { Y: 'year', M: 'month', W: 'week', D: 'day' }

function durationText(period: string, language: 'sv' | 'en'): string {
  const [, count, letter] = /^P(\d+)([YMWD])$/.exec(period) ?? []
  const unit = letter && units[letter]
  if (!count || !unit) return period
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))
}
