import type { ActivityData, Recipient } from '../data.ts'
import type { Language } from './language.ts'
import { itemsOf, saysNothing, saysYes, segmentsOf } from './segments.ts'
import { createFinder, createSpotter } from './terms.ts'
import contextWords from './words/context.json' with { type: 'json' }
import recipientWords from './words/recipients.json' with { type: 'json' }

const findKind = createFinder(recipientWords)
const spotNoDisclosure = createSpotter(contextWords.noDisclosure)

/** Recipients in the source's words with their kind where a word tells; or that there are none, when the text says so. */
export function recipientsOf(text: string, language: Language): Pick<ActivityData, 'recipients' | 'noRecipients'> {
  const items = itemsOf(text)
  const named = items.filter((item) => !saysNothing(item) && !spotNoDisclosure(item, language))
  if (named.length === 0) return items.length > 0 ? { noRecipients: true } : {}
  return { recipients: named.map((item) => recipient(item, language)) }
}

function recipient(category: string, language: Language): Recipient {
  const [kind] = findKind(category, language)
  return { category, ...(kind && { kind }) }
}

/** Processors by name; or that there are none, when the text says so. */
export function processorsOf(text: string): Pick<ActivityData, 'processors' | 'noProcessors'> {
  const items = itemsOf(text)
  const named = items.filter((item) => !saysNothing(item) && !saysYes(item))
  if (named.length === 0) return items.some(saysNothing) ? { noProcessors: true } : {}
  return { processors: named.map((name) => ({ name: withoutKey(name) })) }
}

/** Other controllers responsible together with this one. */
export function jointControllersOf(text: string): ActivityData['jointControllers'] {
  const named = segmentsOf(text).filter((item) => !saysNothing(item) && !saysYes(item))
  return named.length > 0 ? named.map((name) => ({ name: withoutKey(name) })) : undefined
}

/** Systems by name; which of them the inventory knows is for whoever takes over the draft. */
export function systemsOf(text: string): string[] {
  return [...new Set(itemsOf(text).filter((item) => !saysNothing(item) && !saysYes(item)))]
}

/** `name: X, phone: Y` of a nested source becomes `X`. */
function withoutKey(text: string): string {
  return /^name: ([^,]+)/.exec(text)?.[1] ?? text
}
