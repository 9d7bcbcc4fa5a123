import { fold } from '../../intake/read/fold.ts'

/** A length of time in a text: ISO 8601, its rough length, and where it stands. */
export interface FoundPeriod {
  iso: string
  days: number
  start: number
  end: number
}

const numbers: readonly (readonly string[])[] = [
  ['en', 'ett', 'one', 'et', 'een', 'un', 'une', 'uno', 'una', 'a'],
  ['tva', 'two', 'to', 'twee', 'deux', 'dos', 'dues'],
  ['tre', 'three', 'drie', 'trois', 'tres'],
  ['fyra', 'four', 'fire', 'vier', 'quatre', 'cuatro'],
  ['fem', 'five', 'vijf', 'cinq', 'cinco', 'cinc'],
  ['sex', 'six', 'seks', 'zes', 'seis', 'sis'],
  ['sju', 'seven', 'syv', 'zeven', 'sept', 'siete', 'set'],
  ['atta', 'eight', 'otte', 'acht', 'huit', 'ocho', 'vuit'],
  ['nio', 'nine', 'ni', 'negen', 'neuf', 'nueve', 'nou'],
  ['tio', 'ten', 'ti', 'tien', 'dix', 'diez', 'deu'],
]
const others: { [word: string]: number } = {
  tolv: 12,
  twelve: 12,
  twaalf: 12,
  douze: 12,
  doce: 12,
  dotze: 12,
  femton: 15,
  fifteen: 15,
  quinze: 15,
  quince: 15,
  tjugo: 20,
  twenty: 20,
  twintig: 20,
  vingt: 20,
  veinte: 20,
  vint: 20,
  trettio: 30,
  thirty: 30,
  dertig: 30,
  trente: 30,
  treinta: 30,
  trenta: 30,
}
const valueOf = new Map<string, number>([
  ...numbers.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
  ...Object.entries(others),
])

const units: readonly { letter: 'Y' | 'M' | 'W' | 'D' | 'H'; days: number; words: string }[] = [
  { letter: 'Y', days: 365, words: 'arsperiod|ars|ar|aars|aar|years?|yrs?|jaren|jaar|annees?|ans?|anos?|anys?' },
  { letter: 'M', days: 30, words: 'manaders|manader|manad|maneder|maned|months?|maanden|maand|mois|mes(?:es|os)?' },
  {
    letter: 'W',
    days: 7,
    words: 'veckors|veckor|vecka|uger|uke[rn]?|uge|weeks?|weken|week|semaines?|semanas?|setman(?:a|es)',
  },
  { letter: 'D', days: 1, words: 'dagars|dagar|dage[rn]?|dag|dygn|dogn|days?|dagen|jours?|dias?|dies' },
  { letter: 'H', days: 1 / 24, words: 'timmars|timmar|timme|timer|time|hours?|uren|uur|heures?|horas?|hor(?:a|es)' },
]
const unitPattern = units.map(({ letter, words }) => `(?<${letter}>${words})`).join('|')
const wordPattern = [...valueOf.keys()].sort((left, right) => right.length - left.length).join('|')
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.:])(?:(?<low>\d{1,4})\s*(?:-|–|till|to|tot|a|à|til|of|eller|or|ou|o)\s*)?(?:(?<digits>\d{1,4})|(?<word>${wordPattern}))(?:\s*\([^)]{1,14}\))?[\s-]*(?:hela |full |fulla |volle |kalender|calendar |civile?s? |natural(?:es|s)? )?(?:${unitPattern})(?![\p{L}\p{N}])`,
  'gu',
)

/** Every length of time in the text, in any of the languages read; hours only when they make whole days. */
export function periodsOf(text: string): FoundPeriod[] {
  const found: FoundPeriod[] = []
  for (const match of fold(text).matchAll(pattern)) {
    const groups = match.groups ?? {}
    const count = groups['digits'] ? Number(groups['digits']) : valueOf.get(groups['word'] ?? '')
    const unit = units.find(({ letter }) => groups[letter] !== undefined)
    if (!count || !unit || count > 1500) continue
    const period = unit.letter === 'H' ? hours(count) : { iso: `P${count}${unit.letter}`, days: count * unit.days }
    if (period) found.push({ ...period, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function hours(count: number): { iso: string; days: number } | undefined {
  return count % 24 === 0 ? { iso: `P${count / 24}D`, days: count / 24 } : undefined
}
