import { checkActivity } from '../check.ts'
import type { ActivityData } from '../data.ts'
import { findNationalIds } from '../national-id.ts'
import { activitySchema } from '../schema.ts'
import type { ExtensionCodes } from '../vocabulary.ts'
import { type Cells, cellsOf } from './cells.ts'
import { type Adjustment, fitToSchema, shorten } from './fit.ts'
import type { Mapping } from './mapping.ts'
import { maskNationalIds, removeAt } from './repair.ts'
import { normaliseRow } from './normalise-row.ts'
import type { UnitNames } from './normalise-unit.ts'
import { keepSource } from './source-text.ts'
import type { Reading, SourceRow } from './table.ts'

/** Something the person who takes over a draft should look at; `warning` names the sentence. */
export interface Warning {
  warning:
    | 'provisional-name'
    | 'national-id'
    | 'repeated-reference'
    | 'source-cut'
    | 'adjusted'
    | NonNullable<SourceRow['fault']>
  params?: { [name: string]: string | number }
}

/** One row as it would be imported. */
export interface PlannedRow {
  row: number
  reference: string
  data: ActivityData
  textOnly: { field: string; texts: string[] }[]
  /** Filled columns whose heading the register has no question for. */
  unmapped: string[]
  warnings: Warning[]
}

export interface PlanInput {
  reading: Reading
  mapping: Mapping
  source: string
  organisation: UnitNames
  codes?: ExtensionCodes
  /** Name for a row that has neither name nor purpose. */
  namelessRow(row: number): string
  /** Stands where a personnummer stood in a normalised text. */
  maskedNumber: string
  sha256(text: string): string
}

const nameMost = 120

/** Every row as a draft; none is left out, whatever it holds. */
export function planImport(input: PlanInput): PlannedRow[] {
  const seen = new Map<string, number>()
  return input.reading.rows.map((row) => {
    const cells = cellsOf(row, input.mapping)
    const own = referenceOf(cells, row, input.sha256)
    const copies = (seen.get(own) ?? 0) + 1
    seen.set(own, copies)
    const reference = copies === 1 ? own : `${own}~${copies}`
    const planned = planRow(row, cells, reference, input)
    if (copies > 1) planned.warnings.unshift({ warning: 'repeated-reference', params: { reference: own } })
    return planned
  })
}

/** The row's own key, else a hash of name and controller, else of everything it holds (domain 10.5). */
function referenceOf(cells: Cells, row: SourceRow, sha256: (text: string) => string): string {
  const own = cells.text('reference').replaceAll(/\s+/g, ' ').trim()
  if (own) return own.length <= 200 ? own : sha256(own).slice(0, 24)
  const name = cells.text('name')
  const parts = name
    ? [name, cells.text('controller')]
    : [cells.text('purpose') || JSON.stringify(row.fields), cells.text('controller')]
  return sha256(JSON.stringify(parts.map((part) => part.replaceAll(/\s+/g, ' ').trim().toLowerCase()))).slice(0, 24)
}

function planRow(row: SourceRow, cells: Cells, reference: string, input: PlanInput): PlannedRow {
  const { data, textOnly } = normaliseRow(cells, input.organisation)
  const warnings: Warning[] = row.fault ? [{ warning: row.fault }] : []
  if (!data.name) {
    data.name = shorten(data.purposes?.[0]?.text ?? input.namelessRow(row.row), nameMost)
    warnings.push({ warning: 'provisional-name' })
  }
  for (const [heading, text] of Object.entries(row.fields))
    for (const hit of findNationalIds(text))
      warnings.push({ warning: 'national-id', params: { heading, number: hit.text.slice(0, 4) } })
  const fitted = fitToSchema(maskNationalIds(data, input.maskedNumber), (value) => activitySchema.safeParse(value))
  const adjustments = [...fitted.adjustments, ...removeRefused(fitted.data, input.codes)]
  for (const { pointer, how } of adjustments) warnings.push({ warning: 'adjusted', params: { pointer, how } })
  const source = keepSource(row.fields)
  if (source.cut) warnings.push({ warning: 'source-cut', params: { row: row.row } })
  const imported = { source: input.source, reference, row: row.row, fields: source.fields }
  return { row: row.row, reference, data: { ...fitted.data, imported }, textOnly, unmapped: cells.unmapped, warnings }
}

function removeRefused(data: ActivityData, codes: ExtensionCodes | undefined): Adjustment[] {
  const errors = checkActivity(data, codes ? { codes } : {}).toReversed()
  for (const { pointer } of errors) removeAt(data, pointer)
  return errors.map(({ pointer }) => ({ pointer, how: 'left-out' as const }))
}
