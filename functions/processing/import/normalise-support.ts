import type { LegalBasis, Support } from '../data.ts'
import type { Language } from './language.ts'
import { segmentsOf } from './segments.ts'
import { fold } from '../../intake/read/fold.ts'
import { createSpotter } from './terms.ts'
import contextWords from './words/context.json' with { type: 'json' }

const spotLaw = createSpotter(contextWords.lawMark)
const regulation =
  /dataskyddsf|gdpr|rgpd|dsgvo|\bavg\b|2016\/679|679\/2016|allman dataskydd|databeskyttelsesfor|general data protection/
const reference =
  /[,\s(]*((?:\d+\s*[a-z]?\s*kap\.?\s*)?\d+\s*[a-z]?\s*(?:-\s*\d+\s*[a-z]?\s*)?§§?.*|(?:kap(?:itel|\.)?|chapter|section|sections|s\.|§§?|art(?:icle|ikel|icles|iculo|ículo)?s?\.?|afsnit|hoofdstuk)\s*\d.*)$/i
const leading =
  /^((?:art(?:icle|ikel|ículo|iculo)?s?\.?|§§?|section)\s*[\d.\-,\sa-z]{1,20}?)\s+(?:of|of the|de la|del|de|d'|van de|van het|i|in|av|des?|du)\s+(.+)$/i

/** Statutes and decisions that a text names, the regulation itself left out: act and provision. */
export function supportOf(text: string): Support[] {
  const found = segmentsOf(text)
    .filter((segment) => !regulation.test(fold(segment)) && /\p{L}{2}/u.test(segment))
    .map(asSupport)
  const seen = new Set<string>()
  return found.filter((support) => {
    const key = JSON.stringify(support)
    return !seen.has(key) && seen.add(key)
  })
}

/** Statements of a legal-basis cell that name a statute rather than a basis of article 6. */
export function lawsIn(text: string, language: Language, isBasis: (segment: string) => boolean): string {
  const laws = segmentsOf(text).filter(
    (segment) => !isBasis(segment) && spotLaw(segment, language) && segment.length < 300,
  )
  return laws.join('\n')
}

/** The bases with national law on those that need it (c and e); law that fits none of them stays in the source text. */
export function withSupport(bases: readonly LegalBasis[], support: readonly Support[]): LegalBasis[] {
  if (support.length === 0) return [...bases]
  return bases.map((basis) => ('ce'.includes(basis.basis) ? { ...basis, support: [...support] } : basis))
}

function asSupport(segment: string): Support {
  const text = segment.replace(/[.\s]+$/, '')
  const inverted = leading.exec(text)
  if (inverted?.[1] && inverted[2]) return { act: inverted[2].trim(), provision: inverted[1].trim() }
  const match = reference.exec(text)
  const act = match ? text.slice(0, match.index).replace(/[\s,(]+$/, '') : text
  if (!match?.[1] || act.length < 2) return { act: text }
  return { act, provision: match[1].replace(/\)$/, '').trim() }
}
