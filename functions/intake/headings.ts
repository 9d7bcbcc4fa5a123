import { fold } from './read/fold.ts'
import { type IntakeColumn, type IntakeTarget, ownColumns } from './target.ts'
import ownHeadings from './own-headings.json' with { type: 'json' }

/** What headings mean for one target. */
export interface HeadingBook {
  /** The column that a heading stands for; undefined when it means nothing here. */
  meaning(heading: string): string | undefined
  /** How surely a row of cells is the row of headings. */
  recognised(cells: readonly string[]): number
}

/** Built from the labels in both languages, the field names, and the further headings of each column. */
export function createHeadingBook({ columns, keepsKeys, states }: IntakeTarget): HeadingBook {
  const book = new Map<string, string>()
  const know = (heading: string, field: string) => {
    const word = bare(heading)
    if (word !== '' && !book.has(word)) book.set(word, field)
  }
  for (const { field, label } of columns) for (const text of [label.sv, label.en, field]) know(text, field)
  for (const { field, headings } of columns) for (const text of headings) know(text, field)
  const own: { [field: string]: readonly string[] } = ownHeadings
  const offered = [ownColumns.number, ...(keepsKeys ? [ownColumns.key] : []), ...(states ? [ownColumns.state] : [])]
  for (const field of offered) for (const text of own[field] ?? []) know(text, field)
  const meaning = (heading: string) => book.get(bare(heading)) ?? book.get(bare(heading.replace(/ \(\d+\)$/, '')))
  return {
    meaning,
    recognised: (cells) =>
      new Set(
        cells
          .filter((cell) => cell.length < 200)
          .map(meaning)
          .filter(Boolean),
      ).size,
  }
}

/** The column of a field. */
export function columnOf({ columns }: IntakeTarget, field: string): IntakeColumn | undefined {
  return columns.find((column) => column.field === field)
}

function bare(heading: string): string {
  return fold(heading).replaceAll(/[^\p{L}\p{N}#]+/gu, '')
}
