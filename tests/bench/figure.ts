/** One line of the table. Budgets are guards against growing slower, not promises: the machine is noisy. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** At most this, or at least this when more is better. */
  budget?: number
  moreIsBetter?: boolean
}

/** What a `*.bench.ts` file exports: `export async function measure(): Promise<Figure[]>`. */
export interface Bench {
  measure(): Promise<Figure[]>
}

export function isWithinBudget({ value, budget, moreIsBetter = false }: Figure): boolean {
  if (budget === undefined) return true
  return moreIsBetter ? value >= budget : value <= budget
}

/** The value below which this part (0-1) of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Runs the call so many times, one after the other. @returns milliseconds of each */
export async function timesOf(count: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await call(index)
    times.push(performance.now() - start)
  }
  return times
}
