import { useEffect, useState } from 'preact/hooks'
import type { ExtensionCodes } from '../../functions/processing/vocabulary.ts'
import { useNames, type Names } from '../directory/names.ts'
import { hasText, language, t } from '../text/text.ts'
import { codesRead, loadCodes } from '../words/codes.ts'

/** What it takes to read an answer aloud. */
export interface Words extends Names {
  code: (vocabulary: string, code: string) => string
}

/** Names and labels for reading answers; needs the topics `form`, `vocabulary` and `data-vocabulary`. */
export function useWords(): Words {
  const names = useNames()
  const [, redraw] = useState(0)
  useEffect(() => {
    if (codesRead()) return
    loadCodes().then(
      () => redraw((n) => n + 1),
      () => {},
    )
  }, [])
  return { ...names, code: codeLabel }
}

/** A code's label: the product's own text, otherwise the one the data protection officer gave it. */
export function codeLabel(vocabulary: string, code: string): string {
  const key = ['vocabulary', 'data-vocabulary'].map((topic) => `${topic}.${vocabulary}.${code}`).find(hasText)
  if (key) return t(key)
  return codesRead()?.[vocabulary]?.find((entry) => entry.code === code)?.[language()] ?? code
}

/** The codes that the data protection officer has added, as far as they have been read. */
export function ownCodes(): ExtensionCodes {
  return codesRead() ?? {}
}
