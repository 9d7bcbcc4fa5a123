import { durationInMonths } from '../../processing/duration.ts'
import type { BackupBaseline } from '../../register/actor.ts'
import { wordsOf } from '../../register/rows/words.ts'
import type { Backup } from '../application-data.ts'
import words from './backup-words.json' with { type: 'json' }

const daysAMonth = 30.44
/** A month is now 30 days, now 31: what is as long but for that is not longer. */
const slack = 1.05

const daysOf = new Map(words.units.flatMap(({ days, words: names }) => names.map((name) => [name, days] as const)))
const times = new Set(words.times)

/** Parts of a system's copies that fall short of the least demands; what is written so that nobody can tell does not. */
export function belowBaseline(
  { interval = '', generations = '', readabilityCheck = '' }: Backup,
  baseline: BackupBaseline,
): ('interval' | 'generations' | 'readabilityCheck')[] {
  const kept = Math.max(...(generations.match(/\d+/g) ?? []).map(Number))
  return [
    ...(isLonger(interval, baseline.interval) ? (['interval'] as const) : []),
    ...(kept >= 0 && kept < (baseline.generations ?? 0) ? (['generations'] as const) : []),
    ...(isLonger(readabilityCheck, baseline.readabilityCheck) ? (['readabilityCheck'] as const) : []),
  ]
}

function isLonger(written: string, least = ''): boolean {
  const [days, most] = [periodInDays(written), periodInDays(least)]
  return days !== undefined && most !== undefined && days > most * slack
}

/** How long it is between two times, as people write it: `P1D`, `varje natt`, `every 4 hours`, `2 ggr per dygn`. */
export function periodInDays(text: string): number | undefined {
  const months = durationInMonths(text.trim())
  if (months !== undefined) return months * daysAMonth
  const parts = wordsOf(text.replaceAll(/(\d)([^\d\s])/g, '$1 $2')).map(plain)
  const found = parts.flatMap((part, at) => {
    const days = daysOf.get(part)
    if (days === undefined) return []
    const often = parts.slice(Math.max(0, at - 2), at).some((before) => times.has(before))
    const number = numberIn(parts.slice(Math.max(0, at - (often ? 3 : 2)), at))
    return [often ? days / number : days * number]
  })
  return found.length > 0 ? Math.min(...found) : undefined
}

/** The last number of some words, or one. */
function numberIn(parts: readonly string[]): number {
  return Math.max(1, Number(parts.findLast((part) => /^\d{1,4}$/.test(part)) ?? 1))
}

function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
