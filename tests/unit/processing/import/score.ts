import type { ActivityData, RetentionRule } from '../../../../functions/processing/data.ts'

/** What a person who read the row's text says it holds. `arguable` codes count neither for nor against. */
export interface Answer {
  bases: string[]
  subjects: string[]
  categories: string[]
  arguable?: string[]
  retention: { period?: string; criterion?: boolean; trigger?: string; action?: string; min?: boolean }[]
}

/** Share of right answers, 0-1, and what was wrong, for the failure message. */
export interface Score {
  right: number
  asked: number
  wrong: string[]
}

/** Rows whose bases are exactly the expected ones, with variants where the answer names one. */
export function scoreBases(rows: readonly [string, ActivityData, Answer][]): Score {
  return scored(rows, ([id, data, { bases }]) => {
    const found = (data.purposes?.[0]?.legalBases ?? []).map(({ basis, variant }) =>
      variant ? `${basis}:${variant}` : basis,
    )
    const same = found.length === bases.length && bases.every((basis) => found.includes(basis))
    return { right: same ? 1 : 0, asked: 1, wrong: same ? [] : [`${id}: ${found.join()} for ${bases.join()}`] }
  })
}

/** Codes found of those expected, a wrong one counting as one more expected and missed. */
export function scoreCodes(rows: readonly [string, ActivityData, Answer][], field: 'subjects' | 'categories'): Score {
  return scored(rows, ([id, data, answer]) => {
    const codes = field === 'subjects' ? data.dataSubjectCategories : data.dataCategories?.map(({ code }) => code)
    const found = (codes ?? []).filter((code) => !answer.arguable?.includes(code))
    const expected = answer[field]
    const missed = expected.filter((code) => !found.includes(code))
    const extra = found.filter((code) => !expected.includes(code))
    const wrong = missed.length + extra.length > 0 ? [`${id}: -${missed.join()} +${extra.join()}`] : []
    return { right: expected.length - missed.length, asked: expected.length + extra.length, wrong }
  })
}

/** Retention texts all of whose rules are right: period, least time, and action and trigger where the answer names them. */
export function scoreRetention(rows: readonly [string, ActivityData, Answer][]): Score {
  return scored(rows, ([id, data, { retention }]) => {
    const found = data.retentionRules ?? []
    const same = found.length === retention.length && retention.every((rule, at) => isRight(found[at], rule))
    if (retention.length === 0 && found.length === 0) return { right: 0, asked: 0, wrong: [] }
    return { right: same ? 1 : 0, asked: 1, wrong: same ? [] : [`${id}: ${JSON.stringify(found)}`] }
  })
}

function isRight(found: RetentionRule | undefined, expected: Answer['retention'][number]): boolean {
  if (!found || found.period !== expected.period || (found.min ?? false) !== (expected.min ?? false)) return false
  if (expected.criterion && !found.criterion) return false
  if (found.action !== expected.action) return false
  return expected.trigger === undefined || found.trigger === expected.trigger
}

function scored<T>(rows: readonly T[], score: (row: T) => Score): Score {
  const scores = rows.map(score)
  return {
    right: scores.reduce((sum, { right }) => sum + right, 0),
    asked: scores.reduce((sum, { asked }) => sum + asked, 0),
    wrong: scores.flatMap(({ wrong }) => wrong),
  }
}
