import type { InformationTexts } from '../information-text.ts'
import { sentence, textAt, type Params } from '../text.ts'
import { codeOf, type ExtensionCodes, type VocabularyName } from '../vocabulary.ts'

/** Puts answers into words of one language. */
export interface Writer {
  say(key: string, params?: Params): string
  /** Label of a code; the DSO's own codes carry theirs. */
  label(vocabulary: VocabularyName, code: string): string
  labels(vocabulary: VocabularyName, codes: readonly string[] | undefined): string
  /** `P10Y` as "10 år". */
  period(duration: string): string
  /** `US` as "USA". */
  country(code: string): string
}

/** A writer for the given texts and the DSO's codes. */
export function createWriter({ information, vocabulary }: InformationTexts, codes?: ExtensionCodes): Writer {
  const say = (key: string, params: Params = {}): string => sentence(information, key, params)
  const language = say('language') === 'sv' ? 'sv' : 'en'
  const label = (name: VocabularyName, code: string): string =>
    textAt(vocabulary, `${name}.${code}`) ?? codeOf(name, code, codes)?.[language] ?? code
  const regions = new Intl.DisplayNames([language], { type: 'region' })
  return {
    say,
    label,
    labels: (name, list) => (list ?? []).map((code) => label(name, code).toLowerCase()).join(', '),
    country: (code) => regions.of(code) ?? code,
    period(duration) {
      const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count = '', unit = '']) =>
        say(`units.${unit}.${count === '1' ? 'one' : 'other'}`, { count }),
      )
      return parts.join(' ')
    },
  }
}
