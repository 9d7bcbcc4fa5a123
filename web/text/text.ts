import { readTexts, type Texts } from './read-texts.ts'
import type { Language, Topic } from './topics.ts'

export type { Language }

/** Values put into a sentence where it says `{name}`. `count` also chooses between the forms `one` and `other`. */
export interface Params {
  [name: string]: string | number | undefined
}

let current: Language = 'sv'
let loaded: { [topic: string]: Texts } = {}
const asked = new Set<Topic>()

/** The language in which `t` answers now. */
export function language(): Language {
  return current
}

/** Makes the texts of some topics ready, so that `t` can answer from them at once. */
export async function loadTexts(names: readonly Topic[]): Promise<void> {
  const missing = names.filter((name) => !(name in loaded))
  for (const name of missing) asked.add(name)
  const parts = await Promise.all(missing.map((name) => readTexts(name, current)))
  missing.forEach((name, i) => (loaded[name] = parts[i]!))
}

/** Changes language: all texts loaded so far are loaded anew, then `t` answers in the new one. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === current) return
  const names = [...asked]
  const parts = await Promise.all(names.map((name) => readTexts(name, next)))
  current = next
  loaded = Object.fromEntries(names.map((name, i) => [name, parts[i]!]))
  document.documentElement.lang = next
}

/** Gives texts directly, as tests do. */
export function useTextsOf(next: Language, texts: { [topic: string]: unknown }): void {
  current = next
  loaded = texts as { [topic: string]: Texts }
}

/** The sentence under a key such as `shell.menu.start`; the key itself when there is none. */
export function t(key: string, params: Params = {}): string {
  const found = find(key, params['count'])
  return found === undefined ? key : fill(found, params)
}

/** Whether a key has a text of its own in this language. */
export function hasText(key: string): boolean {
  return find(key, 1) !== undefined
}

/** Puts values into `{name}` places. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    return value === undefined ? place : typeof value === 'number' ? number(value) : value
  })
}

function find(key: string, count: string | number | undefined): string | undefined {
  const found = descend(loaded, key.split('.'))
  const text = typeof found === 'object' ? found[count === 1 ? 'one' : 'other'] : found
  return typeof text === 'string' ? text : undefined
}

/** Follows a key through nested texts; a key in a file may itself hold dots (`recipients.category`). */
function descend(node: Texts | string | undefined, parts: readonly string[]): Texts | string | undefined {
  if (parts.length === 0 || typeof node !== 'object') return parts.length === 0 ? node : undefined
  for (let length = 1; length <= parts.length; length++) {
    const next = node[parts.slice(0, length).join('.')]
    const found = next === undefined ? undefined : descend(next, parts.slice(length))
    if (found !== undefined) return found
  }
  return undefined
}

function number(value: number): string {
  return new Intl.NumberFormat(current === 'sv' ? 'sv-SE' : 'en-GB').format(value)
}
