import { textAt, type Texts } from '../processing/text.ts'
import type { FieldError } from '../register/errors.ts'
import en from './text/en/errors.json' with { type: 'json' }
import sv from './text/sv/errors.json' with { type: 'json' }

const errors: { [language in 'sv' | 'en']: Texts } = { sv, en }

/** Why a file is refused. */
export function documentSentence({ code, params }: FieldError, language: 'sv' | 'en'): string | undefined {
  return textAt(errors[language], code, params)
}
