import type { LegalBasis } from '../data.ts'
import type { Language } from './language.ts'
import { segmentsOf } from './segments.ts'
import { fold } from '../../intake/read/fold.ts'
import { createFinder } from './terms.ts'
import legalBases from './words/legal-bases.json' with { type: 'json' }
import publicTask from './words/public-task.json' with { type: 'json' }

const findBasis = createFinder(legalBases)
const findPublicTask = createFinder(publicTask)

const between = String.raw`[\s.,()§:°\-/]`
const label = `(?:punkt|point|p|stk|stycket?|paragraph|paragraphe|paragraf|par|para|lid|ledd|nr|apartado|apartat|sub|aanhef|en|no|numero|num)`
const letterLabel = `(?:forsta|paragraph|lid|ledd|punkt|point|litra|bokstav|led|lit|letter|lettre|letra|lletra|onder|sub|subparagraph|aanhef|en|apartado|apartat|alinea|inciso|stycket?|stk|c\\.)`
const letter = String.raw`([a-f])(?![\p{L}\p{N}'])`
const one = String.raw`(?:1(?!\p{N})|(?:eerste|forsta|forste|first|premier|primer|primero)(?!\p{L}))`
const sixOne = String.raw`(?<!\p{N}|\p{N}\.)6(?:${between}|${label}(?!\p{L}))+${one}(?:${between}|${letterLabel}(?!\p{L}))*`
const further = String.raw`(?:\s*(?:,|;|\+|&|/|och|and|og|en|et|y|e|i|samt|or|eller|ou|o)\s*(?:(?:${letterLabel}|art\w*\.?)(?!\p{L})\s*)?(?:6${between}+1${between}*)?\(?(?:[b-df](?![\p{L}\p{N}'])|[a-f](?=\s*(?:[).,;/]|$|\n|gdpr|rgpd|avg|dsf|dataskydd|i dataskydd|of the gdpr|del rgpd|du rgpd)))\)?)*`
const articles = [
  new RegExp(`${sixOne}${letter}\\)?${further}`, 'dgu'),
  new RegExp(String.raw`art(?:icle|ikel|iculo|icles)?\.?\s*6\s*(?:${letterLabel}\s*)?\(?([a-f])\)${further}`, 'dgu'),
]
const article9 =
  /(?<![\p{N}.])9[\s.,()§:°\-/]*(?:punkt|point|stk|paragraph|paragraphe|lid|apartado|apartat|\s)*2?[\s.,()]*(?:punkt|point|litra|lid|letra|lletra|lettre)?\s*\(?[a-j]\)?(?!\p{L})/u
const oneOfTwo = /\b(?:eller|or|of|ou|o|ell|och\/eller|and\/or)\b/

/**
 * Article 6 bases that a text states, by article reference in any form or by the usual words; nothing is inferred from a
 * law's name alone. Basis e carries its variant when the text names exactly one of public interest and official authority.
 */
export function basesOf(text: string, language: Language): LegalBasis[] {
  const found = segmentsOf(text).flatMap((segment) => basesOfSegment(segment, language))
  const bases: LegalBasis[] = []
  for (const basis of found) {
    if (bases.some((known) => known.basis === basis.basis && known.variant === basis.variant)) continue
    bases.push(basis)
  }
  const variants = bases.filter(({ basis, variant }) => basis === 'e' && variant)
  return variants.length > 0 ? bases.filter(({ basis, variant }) => basis !== 'e' || variant) : bases
}

function basesOfSegment(segment: string, language: Language): LegalBasis[] {
  const folded = fold(segment)
  const letters = lettersOf(folded)
  const task = taskOf(folded, segment, language)
  if (letters.length > 0) return letters.flatMap((basis) => (basis === 'e' && task.length > 0 ? task : [{ basis }]))
  if (article9.test(folded) && !/(?<!\p{N})6(?!\p{N})/u.test(folded)) return []
  const worded = findBasis(segment, language).map((basis) => ({ basis }))
  return [...task, ...worded].sort((left, right) => left.basis.localeCompare(right.basis))
}

function lettersOf(folded: string): string[] {
  const letters: string[] = []
  for (const pattern of articles) {
    for (const match of folded.matchAll(pattern)) {
      const after = match.indices?.[1]?.[1] ?? match.index + match[0].length
      const tail = folded.slice(after, match.index + match[0].length)
      letters.push(
        match[1] ?? '',
        ...[...tail.matchAll(/(?<![\p{L}\p{N}])[a-f](?![\p{L}\p{N}'])/gu)].map(([found]) => found),
      )
    }
  }
  const alone = /^\(?([a-f])\)?\.?$/.exec(folded.trim())?.[1]
  return [...new Set([...letters, alone ?? ''])].filter(Boolean)
}

function taskOf(folded: string, segment: string, language: Language): LegalBasis[] {
  const found = findPublicTask(segment, language)
  const variants = found.filter((variant) => variant !== 'unspecified') as ('publicInterest' | 'officialAuthority')[]
  if (found.length === 0) return []
  if (variants.length === 0 || (variants.length === 2 && oneOfTwo.test(folded))) return [{ basis: 'e' }]
  return variants.map((variant) => ({ basis: 'e', variant }))
}
