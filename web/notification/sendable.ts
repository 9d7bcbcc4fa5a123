import { stepsOf, valueAt, withValue } from './pointer.ts'

/** Which attributes a row of a list may not lack, by the list's pointer without positions. */
export interface RequiredInner {
  [list: string]: readonly string[]
}

/**
 * What may be saved of the data: values that are held back keep what is stored, and rows that are not yet answered enough
 * to be stored wait. What is held back stays in the form.
 */
export function sendable<T extends object>(data: T, saved: T, held: Iterable<string>, required: RequiredInner): T {
  let result = data
  for (const pointer of held) result = holdBack(result, saved, pointer)
  return withoutEmptyRows(result, '', required) as T
}

function holdBack<T extends object>(data: T, saved: T, pointer: string): T {
  const steps = stepsOf(pointer)
  const top = `/${steps[0]}`
  if (steps.length > 1 && /^\d+$/.test(steps.at(-1)!)) return withValue(data, top, valueAt(saved, top))
  return withValue(data, pointer, valueAt(saved, pointer))
}

function withoutEmptyRows(node: unknown, pointer: string, required: RequiredInner): unknown {
  if (Array.isArray(node)) {
    const must = required[pointer] ?? []
    return node
      .map((row) => withoutEmptyRows(row, pointer, required))
      .filter(
        (row) => typeof row !== 'object' || !row || must.every((name) => (row as { [name: string]: unknown })[name]),
      )
      .filter((row) => row !== '' && row !== null && row !== undefined)
  }
  if (typeof node !== 'object' || !node) return node
  const entries = Object.entries(node)
    .map(([key, value]) => [key, withoutEmptyRows(value, `${pointer}/${key}`, required)] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}
