import type { Kind } from '../../functions/register/kind.ts'
import type { RecordOf } from '../../functions/register/record.ts'
import { wordsOf } from '../../functions/register/rows/words.ts'

type AssetAt = (index: number) => { kind: Kind<object>; record: RecordOf<object> }

/** One search: of all assets or of one kind, by the path that answers it. */
export interface Asked {
  kind: '/api/assets' | '/api/equipment'
  q: string
}

/** As people search: 1, 2 or 3 words of one asset (40, 30, 20 %), otherwise two that have nothing to do with each other; half of them cut. */
export function askedWords(dice: () => number, count: number, assetAt: AssetAt): Asked {
  const someWords = (): string[] => {
    const { kind, record } = assetAt(Math.floor(dice() * count))
    return wordsIn(kind, record).filter((word) => word.length > 1)
  }
  const pick = (words: readonly string[], many: number): string[] => [...words].sort(() => dice() - 0.5).slice(0, many)
  const sort = dice()
  const words =
    sort < 0.9
      ? pick(someWords(), sort < 0.4 ? 1 : sort < 0.7 ? 2 : 3)
      : [...pick(someWords(), 1), ...pick(someWords(), 1)]
  const cut = (word: string): string =>
    dice() < 0.5 ? word : word.slice(0, 2 + Math.floor(dice() * (word.length - 1)))
  return { kind: dice() < 0.5 ? '/api/assets' : '/api/equipment', q: words.map(cut).join(' ') }
}

/** The ids that each search must give, by looking at every word of every asset. */
export function bruteForce(questions: readonly Asked[], count: number, assetAt: AssetAt): Set<string>[] {
  const found = questions.map(() => new Set<string>())
  const sought = questions.map(({ q }) => wordsOf(q).map((word) => ` ${word}`))
  for (let index = 0; index < count; index++) {
    const { kind, record } = assetAt(index)
    if (kind.hidden.includes(record.state)) continue
    const text = ` ${wordsIn(kind, record).join(' ')}`
    for (const [at, words] of sought.entries()) {
      const asked = questions[at]?.kind === '/api/assets' || kind.name === 'equipment'
      if (asked && words.every((word) => text.includes(word))) found[at]?.add(record.id)
    }
  }
  return found
}

function wordsIn(kind: Kind<object>, record: RecordOf<object>): string[] {
  return [...new Set((kind.texts?.(record) ?? []).flatMap((text) => wordsOf(text ?? '')))]
}
