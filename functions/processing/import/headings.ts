import { fold } from '../../intake/read/fold.ts'
import { createSpotter } from './terms.ts'
import headingWords from './words/heading-words.json' with { type: 'json' }
import headingSets from './words/headings.json' with { type: 'json' }

/** What a column can hold; `keep` stays as source text only. */
export const fields = [
  'reference',
  'name',
  'controller',
  'unit',
  'role',
  'jointControllers',
  'purpose',
  'legalBasis',
  'legalRefs',
  'subjects',
  'categories',
  'subjectsAndCategories',
  'specialCategories',
  'art9',
  'sources',
  'recipients',
  'processors',
  'transfers',
  'safeguards',
  'retention',
  'finalFate',
  'security',
  'systems',
  'volume',
  'automated',
  'rights',
  'language',
  'keep',
] as const

export type Field = (typeof fields)[number]

export interface HeadingMeaning {
  field: Field
  /** The built-in set the heading is known from; absent when its words were understood. */
  set?: string
}

const known = new Map<string, HeadingMeaning>()
for (const [set, headings] of Object.entries(headingSets))
  for (const [heading, field] of Object.entries(headings))
    if (!known.has(normal(heading))) known.set(normal(heading), { field: field as Field, set })

const guesses = Object.entries(headingWords).map(([field, terms]) => ({
  field: field as Field,
  spot: createSpotter({ sv: terms }),
}))

/** What a heading means: from the known sets, else from its words; undefined when neither tells. */
export function meaningOf(heading: string): HeadingMeaning | undefined {
  const tail = heading.lastIndexOf('/') > 0 ? heading.slice(heading.lastIndexOf('/') + 1) : heading
  const forms = [heading, heading.split(':')[0] ?? heading, tail, withoutCopyMark(heading)]
  for (const form of forms) {
    const meaning = known.get(normal(form))
    if (meaning) return meaning
  }
  if (heading.length > 200) return undefined
  const guess = guesses.find(({ spot }) => spot(heading, 'sv') !== undefined)
  return guess && { field: guess.field }
}

/** How surely a row of cells is the row of headings: known ones count double. */
export function recognisedHeadings(cells: readonly string[]): number {
  const meanings = cells.map((cell) => (cell === '' || cell.length > 200 ? undefined : meaningOf(cell)))
  const distinct = new Map(
    meanings.filter((meaning) => meaning !== undefined).map((meaning) => [meaning.field, meaning]),
  )
  if (distinct.size < 2) return 0
  return meanings.reduce((sum, meaning) => sum + (meaning?.set ? 2 : meaning ? 0.5 : 0), 0)
}

function normal(heading: string): string {
  return fold(heading)
    .replaceAll(/\((?:if|si|om|ja|oui|jours)[^)]*\)/g, ' ')
    .replace(/^\s*\d+\.\s+/, '')
    .replaceAll(/[\s_]+/g, ' ')
    .replaceAll(/[?:*.]+(?=\s|$)/g, '')
    .trim()
}

function withoutCopyMark(heading: string): string {
  return heading.replace(/ \(\d+\)$/, '')
}
