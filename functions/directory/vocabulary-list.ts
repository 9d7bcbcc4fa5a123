import { vocabularies } from '../processing/vocabulary.ts'
import enData from '../processing/text/en/data-vocabulary.json' with { type: 'json' }
import enOther from '../processing/text/en/vocabulary.json' with { type: 'json' }
import svData from '../processing/text/sv/data-vocabulary.json' with { type: 'json' }
import svOther from '../processing/text/sv/vocabulary.json' with { type: 'json' }
import type { VocabularyCodeData } from './vocabulary-code.ts'

/** One code as every client sees it, whoever defined it. */
export interface ListedCode {
  code: string
  sv: string
  en: string
  class?: string
  parent?: string
  vulnerable?: boolean
  retired?: boolean
  builtIn: boolean
}

export interface ListedVocabulary {
  vocabulary: string
  extensible: boolean
  codes: ListedCode[]
}

type Labels = { readonly [vocabulary: string]: { readonly [code: string]: string } | undefined }

const [sv, en]: [Labels, Labels] = [
  { ...svOther, ...svData },
  { ...enOther, ...enData },
]

/** Every vocabulary with its built-in codes in the order they are offered, followed by those that the DSO has added. */
export function listVocabularies(added: {
  readonly [vocabulary: string]: readonly VocabularyCodeData[]
}): ListedVocabulary[] {
  return Object.entries(vocabularies).map(([vocabulary, { extensible, codes }]) => ({
    vocabulary,
    extensible,
    codes: [
      ...codes.map(({ code, class: dataClass, parent, vulnerable, retired }) => ({
        code,
        sv: labelOf(sv, vocabulary, code),
        en: labelOf(en, vocabulary, code),
        ...(dataClass && { class: dataClass }),
        ...(parent && { parent }),
        ...(vulnerable && { vulnerable }),
        ...(retired && { retired }),
        builtIn: true,
      })),
      ...(added[vocabulary] ?? []).map(({ vocabulary: _vocabulary, ...code }) => ({ ...code, builtIn: false })),
    ],
  }))
}

function labelOf(labels: Labels, vocabulary: string, code: string): string {
  return labels[vocabulary]?.[code] ?? code
}
