import type { ActivityData } from '../data.ts'

/** What had to be changed for a record to be accepted: where, and whether it was cut or left out. */
export interface Adjustment {
  pointer: string
  how: 'shortened' | 'left-out'
}

interface Issue {
  code: string
  path: PropertyKey[]
  origin?: string
  maximum?: number | bigint
}

interface Checked {
  success: boolean
  error?: { issues: readonly unknown[] }
}

const roundsMost = 60

/**
 * The data as the schema takes it: texts and lists over their maximum are cut, values that it does not know are left out.
 * Nothing is lost by that, since the source text stands in `imported.fields`.
 */
export function fitToSchema(data: ActivityData, check: (data: ActivityData) => Checked) {
  const fitted = structuredClone(data)
  const adjustments: Adjustment[] = []
  for (let round = 0; round < roundsMost; round++) {
    const result = check(fitted)
    if (result.success || !result.error) break
    for (const issue of (result.error.issues as Issue[]).toReversed()) adjustments.push(adjust(fitted, issue))
  }
  return { data: fitted, adjustments }
}

function adjust(data: ActivityData, issue: Issue): Adjustment {
  const path = issue.path.map(String)
  const pointer = `/${path.join('/')}`
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Holder | undefined)?.[key], data) as Holder
  const key = path.at(-1) ?? ''
  const value = holder?.[key]
  const most = Number(issue.maximum ?? 0)
  if (issue.code === 'too_big' && typeof value === 'string') {
    holder[key] = shorten(value, most)
    return { pointer, how: 'shortened' }
  }
  if (issue.code === 'too_big' && Array.isArray(value)) {
    value.length = most
    return { pointer, how: 'shortened' }
  }
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (holder) delete holder[key]
  return { pointer, how: 'left-out' }
}

interface Holder {
  [key: string]: unknown
}

/** The text cut at a word within `most` characters, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most * 0.7 ? cut.slice(0, space) : cut).replace(/[\s,;.]+$/, '').replace(/[\uD800-\uDBFF]$/, '')}…`
}
