import { fold } from '../../intake/read/fold.ts'

const nothing =
  /^(?:-+|\.+|n\/?a|nej|no|non|nee|nei|ingen|inga|inget|intet|none|nil|not applicable|ej aktuellt|ej tillampligt|ikke relevant|geen|aucun|aucune|aucuns|neant|sans objet|ninguno|ninguna|no aplica|no procede|cap|no s'escau|null)\b/
const yes = /^(?:ja|yes|oui|si|x|1|true|vrai|verdadero|cert|waar|sant|✓|✔|☑)\s*[.!]?$/

/** The separate statements of a cell: its lines, bullets, and what semicolons divide. */
export function segmentsOf(text: string): string[] {
  return text
    .split(/\n|;|•|▪|·(?=\s)/u)
    .map((part) => part.replace(/^\s*[-–*]\s+/, '').trim())
    .filter((part) => part !== '')
}

/** The items of a list written on one line: divided at commas outside brackets when each part is short. */
export function itemsOf(text: string): string[] {
  return segmentsOf(text).flatMap((segment) => {
    const parts = splitOutsideBrackets(segment)
    const short = parts.every((part) => part.split(/\s+/).length <= 6)
    return parts.length > 1 && short ? parts : [segment]
  })
}

/** A cell that says "no" or "none" rather than naming anything. */
export function saysNothing(text: string): boolean {
  return nothing.test(fold(text).trim())
}

/** A cell that only ticks its heading. */
export function saysYes(text: string): boolean {
  return yes.test(fold(text).trim())
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const character of text) {
    if ('(['.includes(character)) depth++
    if (')]'.includes(character)) depth = Math.max(0, depth - 1)
    if (character === ',' && depth === 0) {
      parts.push(current.trim())
      current = ''
    } else current += character
  }
  return [...parts, current.trim()].filter((part) => part !== '')
}
