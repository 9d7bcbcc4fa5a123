export type Language = 'sv' | 'en'

/**
 * The product's language that an `Accept-Language` header prefers most.
 * Swedish when it names neither, or nothing at all.
 */
export function acceptedLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((range) => range.trim().split(';'))
    .map(([tag = '', ...parameters]) => ({ tag: tag.trim().toLowerCase().split('-')[0], weight: weightOf(parameters) }))
    .filter(({ tag, weight }) => (tag === 'sv' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted[0]?.tag === 'en' ? 'en' : 'sv'
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean)
  return weight === undefined ? 1 : Number(weight)
}
