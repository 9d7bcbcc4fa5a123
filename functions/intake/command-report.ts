import { commandWords } from './command-words.ts'
import type { ImportJob } from './job.ts'
import { faultWords } from './sentences.ts'
import type { IntakeTarget, Language } from './target.ts'
import { labelOf, type RowView } from './view.ts'

const faultyShown = 20

/** How a file was read and what it would do, as lines for a terminal. */
export function reportLines(
  job: ImportJob,
  faulty: readonly RowView[],
  target: IntakeTarget,
  language: Language,
): string[] {
  const say = (key: Parameters<typeof commandWords>[0], params: { [name: string]: string | number } = {}) =>
    commandWords(key, language, params)
  const { readAs, columns, mapping, counts } = job
  const fieldOf = (position: number) => mapping.columns.find((choice) => choice.position === position)?.field
  return [
    say('read', {
      file: job.fileName,
      format: readAs.format,
      encoding: readAs.encoding,
      delimiter: JSON.stringify(readAs.delimiter),
      headingRow: readAs.headingRow,
    }),
    ...(readAs.doubtful ? [say('doubtful')] : []),
    ...columns.map(({ position, heading }) => {
      const field = fieldOf(position)
      return say('column', { heading, field: field ? labelOf(target, field, language) : say('unused') })
    }),
    say('counts', counts),
    ...Object.entries(job.cleared).map(([field, rows]) =>
      say('cleared', { label: labelOf(target, field, language), rows }),
    ),
    ...Object.entries(job.kept).map(([field, rows]) => say('kept', { label: labelOf(target, field, language), rows })),
    ...job.unknown.map(({ field, value, rows, suggestion }) =>
      [
        say('unknown', { value, rows, detail: faultWords(field, language) }),
        ...(suggestion ? [say('suggestion', { name: suggestion })] : []),
      ].join(' '),
    ),
    ...faulty.slice(0, faultyShown).map(({ row, errors }) =>
      say('faulty', {
        row,
        detail: errors.map(({ heading, detail }) => (heading ? `${heading}: ${detail}` : detail)).join(' '),
      }),
    ),
    ...(counts.faulty > faultyShown ? [say('more', { count: counts.faulty - faultyShown })] : []),
  ]
}

/** What applying came to. */
export function closingLines({ applied, load }: ImportJob, person: string, language: Language): string[] {
  if (!applied) return [commandWords('dryRun', language)]
  return [
    commandWords('applied', language, { person, ...applied.counts }),
    ...(load?.held ? [commandWords('held', language, { named: load.named, previous: load.previous ?? 0 })] : []),
    ...(load && load.unseen > 0 ? [commandWords('unseen', language, { unseen: load.unseen })] : []),
  ]
}
