import type { Mapping } from './mapping.ts'
import { type RowOutcome, rowLines } from './report-row.ts'
import type { Reading } from './table.ts'
import type { ReportWords } from './words-of.ts'

/** How many rows had something to normalise, and on how many it succeeded. */
export interface Totals {
  rows: number
  new: number
  unchanged: number
  changed: number
  failed: number
  bases: number
  withBases: number
  subjects: number
  withSubjects: number
  categories: number
  withCategories: number
  retention: number
  withRetention: number
}

/** The whole report as lines: how the file was read, row by row, totals. */
export function reportLines(
  report: { file: string; reading: Reading; mapping: Mapping; outcomes: readonly RowOutcome[] },
  words: ReportWords,
): string[] {
  const rows = report.outcomes.flatMap((outcome) => [...rowLines(outcome, words), ''])
  const totals = totalsOf(report.outcomes, report.mapping)
  return [
    ...readingLines(report, words),
    '',
    ...rows,
    words.say('totals', { ...totals }),
    words.say('coverage', { ...totals }),
  ]
}

/** Counts over all rows; `with...` counts rows whose source has a text for it. */
export function totalsOf(outcomes: readonly RowOutcome[], mapping: Mapping): Totals {
  const count = (test: (outcome: RowOutcome) => boolean) => outcomes.filter(test).length
  const filled = (...fields: string[]) => {
    const headings = mapping.columns.filter(({ field }) => fields.includes(field)).map(({ heading }) => heading)
    return count(({ row }) => headings.some((heading) => (row.data.imported?.fields[heading] ?? '') !== ''))
  }
  return {
    rows: outcomes.length,
    new: count(({ outcome }) => outcome === 'new' || outcome === 'created'),
    unchanged: count(({ outcome }) => outcome === 'unchanged'),
    changed: count(({ outcome }) => outcome === 'source-changed'),
    failed: count(({ outcome }) => outcome === 'failed'),
    bases: count(({ row }) => (row.data.purposes?.[0]?.legalBases ?? []).length > 0),
    withBases: filled('legalBasis'),
    subjects: count(({ row }) => row.data.dataSubjectCategories !== undefined),
    withSubjects: filled('subjects', 'subjectsAndCategories'),
    categories: count(({ row }) => row.data.dataCategories !== undefined),
    withCategories: filled('categories', 'specialCategories', 'subjectsAndCategories'),
    retention: count(({ row }) => row.data.retentionRules !== undefined),
    withRetention: filled('retention'),
  }
}

function readingLines(
  { file, reading, mapping }: { file: string; reading: Reading; mapping: Mapping },
  words: ReportWords,
) {
  const { say } = words
  const encoding = say(`encodings.${reading.encoding}`)
  const lines = [
    say('read', {
      file,
      format: say(`formats.${reading.format}`),
      encoding: reading.byteOrderMark ? say('withMark', { encoding }) : encoding,
      lineEnd: say(`lineEnds.${reading.lineEnd}`),
      rows: reading.rows.length,
    }),
  ]
  if (reading.delimiter)
    lines.push(
      say('delimited', { delimiter: say(`delimiters.${reading.delimiter}`), headingRow: reading.headingRow ?? 1 }),
    )
  if (mapping.sets.length > 0) lines.push(say('sets', { sets: mapping.sets.join(', ') }))
  for (const { column, from, to } of reading.renamed) lines.push(say('renamed', { column, from, to }))
  const columns = mapping.columns.map(({ heading, field, how }) =>
    say('column', { heading, field: say(`fields.${field}`), how: say(`how.${how}`) }),
  )
  return [...lines, say('columns'), ...columns]
}
