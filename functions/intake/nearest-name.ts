import { fold } from './read/fold.ts'

/** The name most like a text, when it is like enough to be worth asking about: by the pairs of letters they share. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const sought = pairs(text)
  let best: { name: string; likeness: number } | undefined
  for (const name of names) {
    const likeness = shared(sought, pairs(name))
    if (likeness >= 0.45 && likeness > (best?.likeness ?? 0)) best = { name, likeness }
  }
  return best?.name
}

const shortForms: readonly [RegExp, string][] = [
  [/\bvc\b/g, 'vardcentralen'],
  [/\bbvc\b/g, 'barnavardscentralen'],
  [/\bavd\b\.?/g, 'avdelning'],
  [/\bforv\b\.?/g, 'forvaltningen'],
]

function pairs(text: string): string[] {
  let word = fold(text)
  for (const [short, long] of shortForms) word = word.replaceAll(short, long)
  const padded = ` ${word.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2))
}

function shared(left: readonly string[], right: readonly string[]): number {
  const rest = [...right]
  let hits = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    hits++
  }
  return (2 * hits) / (left.length + right.length)
}
