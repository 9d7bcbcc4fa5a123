import { textAt, type Texts } from '../processing/text.ts'
import type { Finding } from '../register/api.ts'
import type { Language } from './labels.ts'
import en from './text/en/dates.json' with { type: 'json' }
import sv from './text/sv/dates.json' with { type: 'json' }

const words: { [language in Language]: Texts } = { sv, en }

type Params = NonNullable<Finding['params']>

/** 10 november 2026. The names stand in a text of their own: the first use of Intl for dates takes 25 ms. */
export function dayInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = textAt(words[language], `months.${Number(month)}`) ?? month
  return textAt(words[language], 'day', { day: Number(day), month: name, year }) ?? date
}

/** Parameters of a sentence, with days among them as people write them. */
export function withDays(params: Params, language: Language): Params {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, language) : value,
  ])
  return Object.fromEntries(said) as Params
}
