import type { Actor } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import { supplier } from './supplier.ts'
import type { SupplierData } from './supplier-data.ts'
import { nameKey } from './sub-processors.ts'

/** A supplier with a name like the one being written; `matched`: which of its names. */
export interface SimilarSupplier {
  id: string
  number?: string
  name: string
  matched: string
  country?: string
  state: string
  score: number
}

const shown = 8
const pageSize = 200
const compared = 10_000
const alikeFrom = 0.55

/** Suppliers of any name like this one, best first: suggested, never merged. */
export async function similarSuppliers(
  engine: Engine,
  { name, exclude }: { name: string; exclude?: string },
  actor: Actor,
): Promise<SimilarSupplier[]> {
  const wanted = nameKey(name)
  if (wanted.length < 2) return []
  const grams = gramsOf(wanted)
  return (await everySupplier(engine, actor))
    .filter(({ id }) => id !== exclude)
    .flatMap((item) => {
      const best = bestName(item.data as unknown as SupplierData, wanted, grams)
      return best && best.score >= alikeFrom ? [similarOf(item, best)] : []
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, shown)
}

function bestName(
  { name, tradeNames = [], otherNames = [] }: SupplierData,
  wanted: string,
  grams: ReadonlySet<string>,
) {
  return [name, ...tradeNames, ...otherNames]
    .map((matched) => ({ matched, score: likeness(wanted, grams, nameKey(matched)) }))
    .toSorted((a, b) => b.score - a.score)[0]
}

/** How alike two names are, 0 to 1, by the letter pairs they share; legal forms and signs do not count. */
function likeness(wanted: string, grams: ReadonlySet<string>, other: string): number {
  if (wanted === other) return 1
  const theirs = gramsOf(other)
  const common = [...theirs].filter((gram) => grams.has(gram)).length
  const shared = (2 * common) / (grams.size + theirs.size || 1)
  const [short, long] = wanted.length < other.length ? [wanted, other] : [other, wanted]
  const begins = short.length >= 3 && `${long} `.startsWith(`${short} `) ? 0.8 : 0
  return Math.max(shared, begins)
}

function gramsOf(text: string): Set<string> {
  const padded = ` ${text} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}

async function everySupplier(engine: Engine, actor: Actor): Promise<Summary[]> {
  const items: Summary[] = []
  let cursor: string | undefined
  do {
    const page = await engine.list(supplier, { limit: pageSize, ...(cursor && { cursor }) }, actor)
    items.push(...page.items)
    cursor = page.next
  } while (cursor && items.length < compared)
  return items
}

function similarOf(
  { id, number, state, data }: Summary,
  { matched, score }: { matched: string; score: number },
): SimilarSupplier {
  const { name, country } = data as unknown as SupplierData
  return {
    id,
    ...(number && { number }),
    name,
    matched,
    ...(country && { country }),
    state,
    score: Math.round(score * 100) / 100,
  }
}
