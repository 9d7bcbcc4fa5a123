import { isFiller, isScientific } from './read/answers.ts'
import type { FileRow } from './read/table-file.ts'
import { fold } from './read/fold.ts'
import type { RowPlan } from './mapping.ts'
import { type MatchRule, ownColumns, type World } from './target.ts'

/** What a row says of which record it is about: the values of one rule, as they stand. */
export interface RowKey {
  rule: MatchRule
  values: string[]
}

/** The keys of a row, in the order of the rules; those with an empty or made-up value are none. */
export function keysOf({ cells }: FileRow, plan: RowPlan): RowKey[] {
  return plan.rules.flatMap((rule) => {
    const texts = rule.columns.map((field) => textOf(cells, plan, field))
    if (texts.includes('')) return []
    const values = texts.map((text, at) => valueOf(text, plan, rule.columns[at] as string))
    return values.every((text) => text !== '' && !isFiller(text) && !isScientific(text)) ? [{ rule, values }] : []
  })
}

/** The text as its column would keep it, so that two ways of writing a number are one. */
function valueOf(text: string, plan: RowPlan, field: string): string {
  const column = plan.cells.get(field)?.column
  if (!column || column.names.length > 0) return text
  const parsed = column.parse(text, nowhere)
  return 'value' in parsed && typeof parsed.value === 'string' ? parsed.value : text
}

const nowhere: World = { find: () => ({ kept: true }), name: () => '' }

/** The source's own key of the row. */
export function sourceKeyOf({ cells }: FileRow, plan: RowPlan): string | undefined {
  const text = textOf(cells, plan, ownColumns.key)
  return text === '' || isFiller(text) || isScientific(text) ? undefined : text
}

/** The key as one string, for telling that two rows are about the same thing. */
export function keyText({ rule, values }: RowKey): string {
  return [rule.id, ...values.map(fold)].join('\n')
}

/** The text of the cell that fills a field; '' when no column does. */
export function textOf(cells: readonly string[], plan: RowPlan, field: string): string {
  const place = plan.cells.get(field)
  return place ? (cells[place.position - 1] ?? '') : ''
}
