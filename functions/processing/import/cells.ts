import type { Field } from './headings.ts'
import type { Mapping } from './mapping.ts'
import { saysNothing, saysYes } from './segments.ts'
import type { SourceRow } from './table.ts'

/** The texts of one row by what they mean. */
export interface Cells {
  /** All texts of a field, one after the other on lines of their own; '' when there is none. */
  text(field: Field): string
  headings(field: Field): string[]
  /** Headings of filled columns that mean nothing to the register. */
  unmapped: string[]
}

/** Fields whose columns may be boxes to tick: the heading is then the answer. */
const tickable: readonly Field[] = ['subjects', 'categories', 'specialCategories', 'security', 'recipients']

/** The row's texts, gathered from all columns of each meaning. */
export function cellsOf(row: SourceRow, mapping: Mapping): Cells {
  const texts = new Map<Field, { heading: string; text: string }[]>()
  const unmapped: string[] = []
  for (const { heading, field, how } of mapping.columns) {
    const text = row.fields[heading]?.trim() ?? ''
    if (text === '') continue
    if (field === 'keep') {
      if (how === 'unknown') unmapped.push(heading)
      continue
    }
    const entry = { heading, text: ticked(field, heading, text) }
    texts.set(field, [...(texts.get(field) ?? []), entry])
  }
  const given = (field: Field) => texts.get(field) ?? []
  return {
    text: (field) =>
      given(field)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
    headings: (field) => given(field).map(({ heading }) => heading),
    unmapped,
  }
}

function ticked(field: Field, heading: string, text: string): string {
  if (!tickable.includes(field)) return text
  const option = heading.includes(':')
    ? heading.slice(heading.indexOf(':') + 1).trim()
    : heading.replace(/ \(\d+\)$/, '')
  if (saysYes(text)) return /\?/.test(option) ? '' : option
  return field !== 'recipients' && saysNothing(text) ? '' : text
}
