import { unusualShare, type ImportJob } from './job.ts'
import type { ColumnChoice } from './mapping.ts'
import type { RowChange, RowFault, RowOutcome } from './outcome.ts'
import { columnWords, faultWords, unreadableWords } from './sentences.ts'
import { type IntakeTarget, type Language, ownColumns, type World } from './target.ts'

/** An import as its page shows it, in somebody's language. */
export function viewOfJob(job: ImportJob, target: IntakeTarget, language: Language) {
  const { mapping, columns, fault, lease: _, hash: __, pages: ___, run: ____, applied, ...rest } = job
  const share = job.state === 'checked' ? unusualShare(job) : undefined
  const label = (field: string) => labelOf(target, field, language)
  return {
    ...rest,
    columns: columns.map((column) => ({ ...column, ...choiceOf(mapping.columns, column.position) })),
    fields: fieldsOf(target, language),
    rules: target.rules.map(({ id, label: words, columns: fields }) => ({
      id,
      label: words[language],
      fields,
      use: mapping.rules.includes(id),
    })),
    order: mapping.rules,
    scope: mapping.scope,
    manual: mapping.manual,
    cleared: Object.entries(job.cleared).map(([field, rows]) => ({ field, label: label(field), rows })),
    kept: Object.entries(job.kept).map(([field, rows]) => ({ field, label: label(field), rows })),
    unknown: job.unknown.map(({ field: code, ...name }) => ({ ...name, code, detail: faultWords(code, language) })),
    ...(applied && { applied: { ...applied, row: undefined } }),
    ...(share !== undefined && { confirm: { share } }),
    ...(fault && { fault: { ...fault, detail: unreadableWords(fault.reason, language, fault.params) } }),
  }
}

/** A row of the preview, with values as a file would show them. */
export function viewOfRow(
  { cells: _, changes, faults, ...row }: RowOutcome,
  job: ImportJob,
  target: IntakeTarget,
  world: World,
  language: Language,
) {
  return {
    ...row,
    changes: (changes ?? []).map((change) => viewOfChange(change, target, world, language)),
    errors: (faults ?? []).map((fault) => viewOfFault(fault, job, target, language, world)),
  }
}

export type RowView = ReturnType<typeof viewOfRow>

/** The sentence of a fault, with what it names by id named as people know it. */
export function faultDetail(
  { code, params = {} }: RowFault,
  target: IntakeTarget,
  language: Language,
  world: World,
): string {
  const { id } = params
  return faultWords(code, language, {
    ...params,
    ...(id !== undefined && { number: world.name(target.kind.name, String(id)) }),
  })
}

/** What a field is called in a file. */
export function labelOf({ columns }: IntakeTarget, field: string, language: Language): string {
  if (field === ownColumns.number || field === ownColumns.key || field === ownColumns.state)
    return columnWords(field)[language]
  return columns.find((column) => column.field === field)?.label[language] ?? field
}

function viewOfChange({ field, from, to, effect }: RowChange, target: IntakeTarget, world: World, language: Language) {
  const text = (value: unknown) => writeValue(target, field, value, world, language)
  return {
    field,
    label: labelOf(target, field, language),
    effect,
    ...(from !== undefined && { from: text(from) }),
    ...(to !== undefined && { to: text(to) }),
  }
}

function viewOfFault(fault: RowFault, job: ImportJob, target: IntakeTarget, language: Language, world: World) {
  const { position, value, code } = fault
  const heading = job.columns.find((column) => column.position === position)?.heading
  return {
    code,
    detail: faultDetail(fault, target, language, world),
    ...(position !== undefined && { position }),
    ...(heading !== undefined && { heading }),
    ...(value !== undefined && { value: value.slice(0, 200) }),
  }
}

function writeValue(target: IntakeTarget, field: string, value: unknown, world: World, language: Language): string {
  if (field === ownColumns.state) return target.states?.[String(value)]?.[language] ?? String(value)
  const column = target.columns.find((one) => one.field === field)
  return column ? column.write(value, world, language) : String(value)
}

function choiceOf(choices: readonly ColumnChoice[], position: number) {
  const { field, blank } = choices.find((choice) => choice.position === position) ?? { blank: 'keep' }
  return { ...(field !== undefined && { field }), blank }
}

function fieldsOf(target: IntakeTarget, language: Language) {
  const own = [
    ownColumns.number,
    ...(target.keepsKeys ? [ownColumns.key] : []),
    ...(target.states ? [ownColumns.state] : []),
  ]
  return [
    ...own.map((field) => ({ field, label: labelOf(target, field, language) })),
    ...target.columns.map(({ field, label, group, required }) => ({
      field,
      label: label[language],
      ...(group && { group: group[language] }),
      ...(required && { required }),
    })),
  ]
}
