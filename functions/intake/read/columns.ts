import type { DelimitedRecord } from './delimited.ts'

const headingSearchRows = 25
const sampledRows = 10_000

/** A column of a table: its place (from 1), the name it goes by, and what stood in the heading row when that is another. */
export interface NamedColumn {
  position: number
  heading: string
  from?: string
  /** Neither heading nor any text in the rows looked at. */
  empty?: true
}

/**
 * The place of the heading row among the first filled records: the one with most headings that are known; when none is, the
 * widest, the first of equals. `recognised` says how surely a row of cells is the row of headings.
 */
export function headingIndex(
  records: readonly DelimitedRecord[],
  recognised: (cells: readonly string[]) => number,
): number {
  let best = { index: 0, score: -1 }
  for (const [index, { cells }] of records.slice(0, headingSearchRows).entries()) {
    const distinct = new Set(cells.filter((cell) => cell !== '' && cell.length < 200)).size
    const score = recognised(cells) * 1000 + distinct
    if (score > best.score) best = { index, score }
  }
  return best.index
}

/** Names for all columns of a table: a heading that stands twice gets a number, an empty one its place (`#4`). */
export function nameColumns(headings: readonly string[], records: readonly DelimitedRecord[]): NamedColumn[] {
  const looked = records.slice(0, sampledRows)
  const width = looked.reduce((widest, { cells }) => Math.max(widest, cells.length), headings.length)
  const used = new Set<string>()
  return Array.from({ length: width }, (_, column): NamedColumn => {
    const position = column + 1
    const from = (headings[column] ?? '').replaceAll(/\s+/g, ' ').trim()
    if (from === '' && !records.some((record) => record.cells[column])) return { position, heading: '', empty: true }
    const heading = unused(from === '' ? `#${position}` : from, used)
    return { position, heading, ...(heading !== from && { from }) }
  })
}

function unused(name: string, used: Set<string>): string {
  let candidate = name
  for (let copy = 2; used.has(candidate); copy++) candidate = `${name} (${copy})`
  used.add(candidate)
  return candidate
}
