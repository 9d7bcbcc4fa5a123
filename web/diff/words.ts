/** A run of text: in both, only in the old one, or only in the new one. */
export interface Run {
  kind: 'same' | 'del' | 'ins'
  text: string
}

const longestProduct = 250_000

/**
 * Compares two texts word by word (longest common subsequence over words and the marks between them).
 * Texts whose lengths multiply to more than 250 000 words are shown as one deletion and one insertion.
 */
export function diffWords(from: string, to: string): Run[] {
  if (from === to) return from ? [{ kind: 'same', text: from }] : []
  const a = pieces(from)
  const b = pieces(to)
  if (a.length * b.length > longestProduct) return joined([run('del', from), run('ins', to)])
  const lengths = table(a, b)
  const runs: Run[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push(run('same', a[i]!))
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      runs.push(run('del', a[i++]!))
    } else {
      runs.push(run('ins', b[j++]!))
    }
  }
  return joined(runs)
}

/** Share of the longer text that both have, 0 to 1. */
export function likeness(runs: readonly Run[]): number {
  const length = (kinds: readonly Run['kind'][]): number =>
    runs.filter((each) => kinds.includes(each.kind)).reduce((sum, each) => sum + each.text.length, 0)
  const longer = Math.max(length(['same', 'del']), length(['same', 'ins']))
  return longer === 0 ? 1 : length(['same']) / longer
}

function run(kind: Run['kind'], text: string): Run {
  return { kind, text }
}

function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []
}

function table(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
    }
  }
  return rows
}

/** A space between two changed words belongs to the change, so that the mark does not break at every word. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const each of bridged(runs)) {
    const last = result.at(-1)
    if (last?.kind === each.kind) last.text += each.text
    else if (each.text) result.push({ ...each })
  }
  return result
}

function bridged(runs: readonly Run[]): Run[] {
  const dels: string[] = []
  const inss: string[] = []
  const result: Run[] = []
  const flush = (): void => {
    if (dels.length) result.push(run('del', dels.join('')))
    if (inss.length) result.push(run('ins', inss.join('')))
    dels.length = 0
    inss.length = 0
  }
  runs.forEach((each, i) => {
    if (each.kind === 'del') dels.push(each.text)
    else if (each.kind === 'ins') inss.push(each.text)
    else if (
      /^\s+$/.test(each.text) &&
      dels.length + inss.length > 0 &&
      changesGoOn(runs, i, dels.length > 0, inss.length > 0)
    ) {
      if (dels.length) dels.push(each.text)
      if (inss.length) inss.push(each.text)
    } else {
      flush()
      result.push(each)
    }
  })
  flush()
  return result
}

function changesGoOn(runs: readonly Run[], at: number, hasDel: boolean, hasIns: boolean): boolean {
  if (!hasDel || !hasIns) return false
  const next = runs.slice(at + 1, at + 3).map((each) => each.kind)
  return next[0] !== undefined && next[0] !== 'same'
}
