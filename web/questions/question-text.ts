import type { FieldText } from '../fields/described.tsx'
import { hasText, t } from '../text/text.ts'

/** A text of the form's own, or nothing when the question has none; the build parts what reading needs from the rest. */
export function formText(key: string): string | undefined {
  const topic = ['form', 'form-asking'].find((each) => hasText(`${each}.${key}`))
  return topic && t(`${topic}.${key}`)
}

/** Label and help of a question. */
export function questionText(id: string): FieldText {
  const help = formText(`${id}.help`)
  return { label: labelOf(id), ...(help ? { help } : {}) }
}

/** What a question is called in lists: its short name, otherwise the whole question. */
export function shortName(id: string): string {
  return formText(`${id}.short`) ?? labelOf(id)
}

/** Label and help of one field of a question (`recipients.category`); the question's own where it has none. */
export function fieldText(id: string, path: string): FieldText {
  const label = formText(`${id}.fields.${path}.label`) ?? formText(`shared.${path.split('.').at(-1)}`)
  const help = formText(`${id}.fields.${path}.help`)
  return { label: label ?? labelOf(id), ...(help ? { help } : {}) }
}

function labelOf(id: string): string {
  return formText(`${id}.label`) ?? id
}
