import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetTargets } from '../../../functions/assets/intake.ts'
import { type AssetKindName, assetSections } from '../../../functions/assets/sections.ts'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import { delimitedLine } from '../../../functions/export/delimited.ts'
import { tableForm } from '../../../functions/export/table.ts'
import type { Field } from '../../../functions/fields/field.ts'
import { readCells } from '../../../functions/intake/cells.ts'
import type { Deciding } from '../../../functions/intake/decide.ts'
import { planOf } from '../../../functions/intake/mapping.ts'
import { cellValue } from '../../../functions/intake/read/cell.ts'
import { parseDelimited } from '../../../functions/intake/read/delimited.ts'
import type { World } from '../../../functions/intake/target.ts'
import type { RecordOf } from '../../../functions/register/record.ts'

const world: World = { find: (_kind, text) => ({ value: text }), name: (_kind, id) => id }
const signs = fc.constantFrom('a', 'å', '"', ';', '|', '\\', ' ', '=', "'", '-', '1', ',', '.', 'E')
const line = fc.string({ unit: signs, maxLength: 8 }).map((text) => text.trim() || 'x')
const lines = fc.string({ unit: fc.oneof(signs, fc.constantFrom('\n', '\r\n', ' ')), maxLength: 12 })
const day = fc.constantFrom('2024-02-29', '1999-12-31', '2026-01-01')

/** Whatever the form takes, also rows of a group in which nothing stands. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  const one = single(field)
  return field.many === undefined ? one : fc.array(one, { minLength: 1, maxLength: Math.min(3, field.many) })
}

function single(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return line
    case 'longText':
      return lines
    case 'code':
      return fc.constantFrom(...assetVocabularies[field.vocabulary ?? field.name]!)
    case 'yesNo':
      return fc.boolean()
    case 'date':
      return day
    case 'number':
      return field.decimals ? fc.constantFrom(0, 0.5, 12_500.75) : fc.nat(4)
    case 'duration':
      return fc.constantFrom('P1Y', 'P18M', 'P2W', 'P1Y6M', 'P30D')
    case 'country':
      return fc.constantFrom('SE', 'US')
    case 'ref':
      return fc.constantFrom(`${field.kind}_1`, `${field.kind}_2`)
    case 'group':
      return dataOf(field.fields ?? [])
  }
}

function dataOf(fields: readonly Field[]): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), { requiredKeys: [] })
}

describe('an asset written to a file and read again', () => {
  it.each(assetTargets.map((target) => [target.kind.name, target] as const))('asks for nothing: %s', (name, target) => {
    const fields = assetSections[name as AssetKindName].flatMap((section) => section.fields)
    const form = { sv: tableForm([target], 'sv'), en: tableForm([target], 'en') }
    const columns = target.columns.map(({ field }, at) => ({ position: at + 3, field, blank: 'clear' as const }))
    const deciding = { plan: planOf(target, { columns, rules: [] }), world } as Deciding
    fc.assert(
      fc.property(dataOf(fields.filter(({ managed }) => !managed)), fc.constantFrom('sv', 'en'), (data, language) => {
        const record = { kind: name, number: 'U-00001', state: 'planned', data } as RecordOf<object>
        const [read] = parseDelimited(delimitedLine(form[language].row(record, world)), ';')
        const row = { row: 2, cells: read!.cells.map(cellValue) }
        const { asked, faults } = readCells(row, record, deciding)
        expect({ asked: [...asked], faults }).toEqual({ asked: [], faults: [] })
      }),
    )
  })
})
