import type { DataCategory, RetentionRule } from '../data.ts'
import { periodsOf } from './duration-words.ts'
import type { Language } from './language.ts'
import { categoriesOf } from './normalise-codes.ts'
import { segmentsOf } from './segments.ts'
import { fold } from '../../intake/read/fold.ts'
import { createFinder, createSpotter } from './terms.ts'
import words from './words/retention.json' with { type: 'json' }

const findAction = createFinder(words.actions)
const findTrigger = createFinder(words.triggers)
const spotMinimum = createSpotter(words.minimum)
const spotCondition = createSpotter(words.condition)
const spotException = createSpotter(words.exception)
const spotAfterwards = createSpotter(words.afterwards)
const spotAge = createSpotter(words.age)

const abbreviations =
  /(?:^|[\s(])(?:t\.?\s?ex|ex|bl\.?\s?a|enl|kap|art|nr|núm|no|resp|ca|m\.?\s?m|o\.?\s?dyl|dvs|s\.?\s?k|p|st|dr|bijv|d\.?w\.?z|etc|evt|f\.?\s?eks|bl|mv|inkl|incl)$/i
const afterwards =
  /^(?:darefter|efter det|thereafter|then|afterwards|after that|derefter|deretter|herefter|daarna|nadien|ensuite|puis|despues|posteriormente|despres|posteriorment)\b/

/**
 * Retention as rules, one for each statement: a period (ISO 8601) with what starts it, or a criterion in the source's words;
 * what happens then; whether it is a least time; exceptions. Only what the text says; the rest is left out.
 */
export function retentionOf(text: string, language: Language): RetentionRule[] {
  const statements = segmentsOf(text)
    .flatMap(sentencesOf)
    .flatMap((sentence) => dividedByPeriod(sentence, language))
  const rules: RetentionRule[] = []
  for (const statement of statements) {
    const rule = ruleOf(statement, language)
    const previous = rules.at(-1)
    const onlyAction = rule.action && !rule.period && afterwards.test(fold(statement))
    if (previous && onlyAction && !previous.action) previous.action = rule.action
    else if (rule.period || rule.criterion || rule.action) rules.push(rule)
  }
  if (rules.length === 1 && rules[0]) rules[0].categories = 'all'
  return rules
}

/** Rules without categories that the record does not hold; the only rule then covers all of them. */
export function onlyHeldCategories(rules: readonly RetentionRule[], held: readonly DataCategory[]): RetentionRule[] {
  const codes = new Set(held.map(({ code }) => code))
  return rules.map((rule) => {
    if (!Array.isArray(rule.categories)) return rule
    const categories = rule.categories.filter((code) => codes.has(code))
    const { categories: _, ...rest } = rule
    return categories.length > 0 ? { ...rest, categories } : rules.length === 1 ? { ...rest, categories: 'all' } : rest
  })
}

function ruleOf(statement: string, language: Language): RetentionRule {
  const found = periodsOf(statement).filter((period) => !isAge(statement, period, language))
  const longest = found.toSorted((left, right) => right.days - left.days)[0]
  const exception = exceptionOf(statement, language)
  const main = exception ? statement.slice(0, statement.length - exception.length) : statement
  const action = actionOf(main, longest !== undefined, language)
  const ended = longest && conditionEndsFirst(main, longest.start, language) ? 'purposeEnded' : undefined
  const trigger = longest && (findTrigger(main, language)[0] ?? ended)
  const categories = categoriesOf(named(statement), language).codes
  const conditional = spotCondition(main, language) !== undefined
  const statesHow = !longest && (action === undefined || conditional || main.split(/\s+/).length > 2)
  return {
    ...(categories.length > 0 && (longest || action) && { categories }),
    ...(longest && { period: longest.iso }),
    ...(spotMinimum(main, language) && longest && { min: true }),
    ...((statesHow || (longest && conditional) || found.length > 1) && { criterion: statement }),
    ...(trigger && { trigger }),
    ...(action && { action }),
    ...(exception && { exception: exception.trim() }),
  }
}

/** "As long as needed, thereafter ten years": the period runs from when the need ends. */
function conditionEndsFirst(text: string, periodStart: number, language: Language): boolean {
  const before = text.slice(0, periodStart)
  return spotCondition(before, language) !== undefined && spotAfterwards(text, language) !== undefined
}

function actionOf(text: string, timed: boolean, language: Language): RetentionRule['action'] {
  const found = findAction(text, language)
  const preserves = found.includes('preserveStrong')
  const weakly = found.includes('preserveWeak') && !timed && !/\b(?:sa lange|tills|till dess|i \d)/.test(fold(text))
  if (preserves && !(found.includes('destroy') && timed)) return 'preserve'
  if (found.includes('destroy')) return weakly ? undefined : 'destroy'
  if (found.includes('transfer')) return 'transfer'
  return weakly ? 'preserve' : undefined
}

function exceptionOf(statement: string, language: Language): string | undefined {
  const spot = spotException(statement, language)
  return spot && spot.index > 0 && statement.length === fold(statement).length ? statement.slice(spot.index) : undefined
}

/** What a rule says it is about: before a colon, in brackets; elsewhere a word such as "skolgång" only tells when. */
function named(statement: string): string {
  const label = /^([^:]{3,80}):/.exec(statement)?.[1] ?? ''
  const brackets = [...statement.matchAll(/\(([^)]*)\)/g)].map(([, inside]) => inside)
  return [label, ...brackets].join(' ')
}

/** "Until the child is 18" is a criterion, not eighteen years of keeping. */
function isAge(statement: string, period: { start: number; end: number }, language: Language): boolean {
  const around = `${statement.slice(Math.max(0, period.start - 24), period.start)} ${statement.slice(period.start, period.end + 16)}`
  return spotAge(around, language) !== undefined
}

function sentencesOf(segment: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of segment.matchAll(/[.!?]\s+(?=[\p{Lu}\d"(])/gu)) {
    if (abbreviations.test(segment.slice(start, match.index))) continue
    sentences.push(segment.slice(start, match.index))
    start = match.index + match[0].length
  }
  return [...sentences, segment.slice(start)].map((sentence) => sentence.replace(/\.\s*$/, '').trim()).filter(Boolean)
}

/** A sentence with several periods is one rule for each part that holds one. */
function dividedByPeriod(sentence: string, language: Language): string[] {
  const real = (text: string) => periodsOf(text).filter((period) => !isAge(text, period, language)).length
  if (real(sentence) < 2) return [sentence]
  const parts = sentence.split(/,\s+|\s+(?:samt|medan|whereas|while|respektive)\s+/)
  const whole = parts.every((part) => real(part) > 0) ? parts : undefined
  return whole ?? [sentence]
}
