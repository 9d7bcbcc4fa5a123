import type { DataCategory } from '../data.ts'
import type { Language } from './language.ts'
import { saysNothing, segmentsOf } from './segments.ts'
import { createFinder, createSpotter } from './terms.ts'
import art9Words from './words/art9.json' with { type: 'json' }
import categoryWords from './words/categories.json' with { type: 'json' }
import contextWords from './words/context.json' with { type: 'json' }
import measureWords from './words/measures.json' with { type: 'json' }
import sourceWords from './words/sources.json' with { type: 'json' }
import subjectWords from './words/subjects.json' with { type: 'json' }

const findSubjects = createFinder(subjectWords)
const findCategories = createFinder(categoryWords)
const findSources = createFinder(sourceWords)
const findMeasures = createFinder(measureWords)
const findArt9 = createFinder(art9Words)
const spotSpecial = createSpotter(contextWords.specialStated)
const contexts = {
  social: createSpotter(contextWords.social),
  care: createSpotter(contextWords.care),
  recruitment: createSpotter(contextWords.recruitment),
}

/** What was found and which statements said nothing that has a code. */
export interface Coded {
  codes: string[]
  unread: string[]
}

/**
 * Categories of data subjects named in a text. A few words mean different people in different work ("sökande", "resident",
 * "usuarios"): `about`, the name and purpose of the processing, decides, and when it does not they stay text.
 */
export function subjectsOf(text: string, about: string, language: Language): Coded {
  return coded(text, (segment) => {
    const plain = findSubjects(segment, language)
    const ambiguous = createAmbiguity(segment, language)
    const context = `${about} ${segment}`
    if (ambiguous.applicant && contexts.social(context, language)) return [...without(plain, ['resident']), 'client']
    if (ambiguous.applicant && contexts.recruitment(context, language)) return [...plain, 'applicant']
    if (ambiguous.dweller && contexts.care(context, language)) return [...without(plain, ['resident']), 'careRecipient']
    return plain
  })
}

/** Categories of personal data named in a text. */
export function categoriesOf(text: string, language: Language): Coded {
  return coded(text, (segment) => findCategories(segment, language))
}

/** Categories as the record holds them, in the order found. */
export function asCategories(codes: readonly string[]): DataCategory[] {
  return [...new Set(codes)].map((code) => ({ code }))
}

/** Where the data comes from. */
export function sourcesOf(text: string, language: Language): Coded {
  return coded(text, (segment) => findSources(segment, language))
}

/** Security measures that the text names. */
export function measuresOf(text: string, language: Language): Coded {
  return coded(text, (segment) => findMeasures(segment, language))
}

/** Exceptions of article 9(2), by letter or by the usual words. */
export function art9Of(text: string, language: Language): Coded {
  return coded(text, (segment) => {
    const letters = [
      ...segment.matchAll(
        /(?<!\d)9[\s.,()§:-]*(?:\p{L}{2,12}[\s.,]+){0,3}2[\s.,()]*(?:\p{L}{3,12}[\s.]+){0,2}\(?([a-j])(?!\p{L})/giu,
      ),
    ]
    return letters.length > 0 ? letters.map(([, letter = '']) => letter.toLowerCase()) : findArt9(segment, language)
  })
}

/** A text that says there are special categories without saying which. */
export function statesSpecial(text: string, language: Language): boolean {
  return spotSpecial(text, language) !== undefined
}

function coded(text: string, find: (segment: string) => string[]): Coded {
  const codes = new Set<string>()
  const unread: string[] = []
  for (const segment of segmentsOf(text)) {
    if (saysNothing(segment)) continue
    const found = find(segment)
    for (const code of found) codes.add(code)
    if (found.length === 0) unread.push(segment)
  }
  return { codes: [...codes], unread }
}

const spotApplicant = createSpotter(contextWords.applicant)
const spotDweller = createSpotter(contextWords.dweller)

function createAmbiguity(segment: string, language: Language) {
  return {
    applicant: spotApplicant(segment, language) !== undefined,
    dweller: spotDweller(segment, language) !== undefined,
  }
}

function without(codes: readonly string[], unwanted: readonly string[]): string[] {
  return codes.filter((code) => !unwanted.includes(code))
}
