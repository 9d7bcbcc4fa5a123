import { canonical } from '../canonical.ts'
import type { Snapshot } from '../record.ts'

/**
 * The top-level field whose list a change alters most, compared with the newest revision and with the one in force: what to
 * change less of at once. Undefined when no list is altered.
 */
export function widestList(before: Snapshot<object> | undefined, after: Snapshot<object>): string | undefined {
  const to = listsOf(after.newest.data)
  const altered = new Map<string, number>()
  for (const record of [before?.newest, before?.registered]) {
    const from = listsOf(record?.data ?? {})
    for (const field of new Set([...from.keys(), ...to.keys()])) {
      const differing = differences(from.get(field), to.get(field))
      altered.set(field, (altered.get(field) ?? 0) + differing)
    }
  }
  const [widest] = [...altered].sort(([, a], [, b]) => b - a)
  return widest && widest[1] > 0 ? widest[0] : undefined
}

function listsOf(data: object): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(data).flatMap(([field, value]) =>
      Array.isArray(value) ? [[field, new Set(value.map((item) => canonical(item)))]] : [],
    ),
  )
}

function differences(from: ReadonlySet<string> = new Set(), to: ReadonlySet<string> = new Set()): number {
  return [...from].filter((item) => !to.has(item)).length + [...to].filter((item) => !from.has(item)).length
}
