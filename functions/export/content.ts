import type { IntakeTarget } from '../intake/target.ts'
import type { IntakeDeps } from '../intake/work.ts'
import { createNames } from '../intake/world.ts'
import type { Actor } from '../register/actor.ts'
import type { ListQuery } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import type { RecordOf } from '../register/record.ts'
import { bytesOf } from './bytes.ts'
import { delimited, delimitedType } from './delimited.ts'
import { holdsMoreThan, listedRecords } from './records.ts'
import { tableForm } from './table.ts'
import { workbook, workbookType } from './workbook.ts'

export const formats = ['csv', 'xlsx', 'json'] as const

export type Format = (typeof formats)[number]

/** The most rows of a workbook. */
export const workbookMostRows = 50_000

export interface ExportRequest {
  targets: readonly IntakeTarget[]
  query: ListQuery
  format: Format
  /** Only these columns beside number and state. */
  fields?: ReadonlySet<string>
  /** What the file, and the sheet within it, is called. */
  name: string
}

/** A list as a file, made while it is sent. Throws `limit-exceeded` when it is too long for a workbook. */
export async function exportContent(
  deps: IntakeDeps,
  { targets, query, format, fields, name }: ExportRequest,
  actor: Actor,
): Promise<{ type: string; content: AsyncIterable<Uint8Array> }> {
  const records = () => recordsOf(deps, targets, query, actor)
  if (format === 'json') return { type: 'application/json', content: bytesOf(jsonOf(records())) }
  const form = tableForm(targets, actor.language, fields)
  const rows = rowsOf(deps, records(), form, actor)
  if (format === 'csv') return { type: delimitedType, content: bytesOf(delimited(form.headings, rows)) }
  for (const { kind } of targets)
    if (await holdsMoreThan(deps.engine, kind, query, workbookMostRows, actor))
      throw new RegisterError('limit-exceeded', 'too many rows for a workbook', {
        params: { maximum: workbookMostRows },
      })
  return { type: workbookType, content: workbook(name.replace(/\.\w+$/, ''), form.headings, rows) }
}

async function* recordsOf(
  { engine, register }: IntakeDeps,
  targets: readonly IntakeTarget[],
  query: ListQuery,
  actor: Actor,
) {
  for (const { kind } of targets) yield* listedRecords({ engine, read: register.records }, kind, query, actor)
}

async function* rowsOf(
  deps: IntakeDeps,
  records: AsyncIterable<RecordOf<object>[]>,
  form: ReturnType<typeof tableForm>,
  actor: Actor,
): AsyncGenerator<string[][]> {
  const world = createNames(deps, actor)
  await world.load(['orgUnit'])
  for await (const batch of records) {
    const named = Map.groupBy(batch.flatMap(form.named), ({ kind }) => kind)
    for (const [kind, found] of named)
      await world.learnIds(
        kind,
        found.map(({ id }) => id),
      )
    yield batch.map((record) => form.row(record, world))
  }
}

async function* jsonOf(records: AsyncIterable<RecordOf<object>[]>): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const batch of records) {
    const texts = batch.map(({ names: _, ...record }) => JSON.stringify(record))
    yield `${first ? '' : ','}\n${texts.join(',\n')}`
    first = false
  }
  yield '\n]\n'
}
