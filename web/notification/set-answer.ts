import type { ActivityData } from '../../functions/processing/data.ts'
import { isEmpty } from '../../functions/processing/gap.ts'
import { stepsOf, withoutPositions, withValue } from './pointer.ts'

/** The data with one answer given or taken away. An answer lifts "Saknas eller oklart" at the same place. */
export function withAnswer(data: ActivityData, pointer: string, value: unknown): ActivityData {
  const next = withValue(data, pointer, value)
  return isEmpty(value) ? next : withoutMarks(next, [pointer, withoutPositions(pointer)])
}

/** The data with an answer marked as "Saknas eller oklart", and emptied, or with that mark lifted. */
export function withUnclear(data: ActivityData, pointer: string, on: boolean): ActivityData {
  const plain = withoutMarks(data, [pointer, withoutPositions(pointer)])
  if (!on) return plain
  return { ...(emptied(plain, stepsOf(pointer)) as ActivityData), unclear: [...(plain.unclear ?? []), pointer] }
}

function withoutMarks(data: ActivityData, pointers: readonly string[]): ActivityData {
  const unclear = (data.unclear ?? []).filter((mark) => !pointers.includes(mark))
  const { unclear: _, ...rest } = data
  return unclear.length ? { ...rest, unclear } : rest
}

/** Takes an attribute away; on the way through a list that the pointer does not number, from every row. */
function emptied(node: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof node !== 'object' || !node) return node
  if (Array.isArray(node)) {
    if (!/^\d+$/.test(step)) return node.map((row) => emptied(row, steps))
    return node.map((row, at) => (at === Number(step) ? emptied(row, rest) : row))
  }
  const { [step]: value, ...others } = node as { [name: string]: unknown }
  return rest.length === 0 || value === undefined ? others : { ...others, [step]: emptied(value, rest) }
}
