import type { Field, FieldSection } from '../../functions/fields/field.ts'
import { assetSections, type AssetKindName } from '../../functions/assets/sections.ts'
import type { Names } from '../directory/names.ts'
import { valueLines } from '../forms/field-value.ts'
import { fieldLabel } from '../forms/form-words.ts'

const shownBeside = 'managed'

/** The sections of a kind that a form shows: all but what only the product writes. */
export function formSections(kind: AssetKindName): readonly FieldSection[] {
  return assetSections[kind].filter(({ id }) => id !== shownBeside)
}

/** Every field of a kind in the order of its form. */
export function fieldsOf(kind: AssetKindName): Field[] {
  return assetSections[kind].flatMap(({ fields }) => fields)
}

/** What a field of an asset is called. */
export function assetFieldLabel(name: string): string {
  return fieldLabel('asset', [name])
}

/** The value of an asset's field as one text. */
export function assetFieldText(kind: AssetKindName, name: string, value: unknown, names: Names): string {
  const field = fieldsOf(kind).find((each) => each.name === name)
  return field ? valueLines('asset', field, value, names, [name]).join('\n') : String(value ?? '')
}
