import { answerVocabularies } from './vocabulary/answer.ts'
import { contentVocabularies } from './vocabulary/content.ts'
import type { Code, DataClass, Vocabulary } from './vocabulary/entry.ts'
import { handlingVocabularies } from './vocabulary/handling.ts'
import { lawVocabularies } from './vocabulary/law.ts'

export type { Code, DataClass, Vocabulary } from './vocabulary/entry.ts'

const all = { ...lawVocabularies, ...contentVocabularies, ...handlingVocabularies, ...answerVocabularies }

export type VocabularyName = keyof typeof all

/** Every controlled vocabulary with its built-in codes, in the order in which they are offered. */
export const vocabularies: { readonly [name in VocabularyName]: Vocabulary } = all

/** A code of the DSO's own, with both labels when they are at hand. */
export interface ExtensionCode extends Omit<Code, 'class'> {
  class?: string
  sv?: string
  en?: string
}

/** The DSO's codes by vocabulary, retired ones included. */
export interface ExtensionCodes {
  readonly [vocabulary: string]: readonly ExtensionCode[] | undefined
}

/** Whether there is a vocabulary of that name. */
export function isVocabulary(name: string): name is VocabularyName {
  return Object.hasOwn(vocabularies, name)
}

/** The built-in codes followed by the DSO's own. */
export function codesOf(name: VocabularyName, extension?: ExtensionCodes): ExtensionCode[] {
  return [...vocabularies[name].codes, ...(extension?.[name] ?? [])]
}

/** The code with its attributes, or undefined when nobody has defined it. */
export function codeOf(name: VocabularyName, code: string, extension?: ExtensionCodes): ExtensionCode | undefined {
  return (
    vocabularies[name].codes.find((entry) => entry.code === code) ??
    extension?.[name]?.find((entry) => entry.code === code)
  )
}

/** The built-in code that a code counts as in rules: itself, or the nearest built-in parent. */
export function builtInOf(name: VocabularyName, code: string, extension?: ExtensionCodes): string {
  let entry = codeOf(name, code, extension)
  for (let steps = 0; entry?.parent && steps < 5; steps++) {
    const parent = codeOf(name, entry.parent, extension)
    if (!parent) break
    entry = parent
  }
  return entry?.code ?? code
}

/** Class of a data category: its own, otherwise its parent's, otherwise ordinary. */
export function dataClassOf(code: string, extension?: ExtensionCodes): DataClass {
  const own = codeOf('data', code, extension)?.class ?? codeOf('data', builtInOf('data', code, extension))?.class
  return (own as DataClass | undefined) ?? 'ordinary'
}

/** Whether a category of data subjects is in a position of dependence. */
export function isVulnerable(code: string, extension?: ExtensionCodes): boolean {
  const entry = codeOf('subject', code, extension)
  return entry?.vulnerable ?? codeOf('subject', builtInOf('subject', code, extension))?.vulnerable ?? false
}

/** Whether a channel is open to others on its way and so not for secret information. */
export function isInsecure(channel: string, extension?: ExtensionCodes): boolean {
  return codeOf('channel', builtInOf('channel', channel, extension))?.insecure ?? false
}
