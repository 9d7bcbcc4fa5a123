import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { assetSections, type AssetKindName } from '../../../../functions/assets/sections.ts'
import { assetVocabularies } from '../../../../functions/assets/vocabulary.ts'
import type { Field } from '../../../../functions/fields/field.ts'
import { codeWord, fieldLabel, sectionHeading } from '../../../../web/forms/form-words.ts'
import { valueLines } from '../../../../web/forms/field-value.ts'
import { hasText, useTextsOf } from '../../../../web/text/text.ts'

const root = join(import.meta.dirname, '../../../..')
const names = { person: () => 'Olof', unit: () => 'Eken', record: () => 'Linden' }
const read = (path: string, language: string): unknown =>
  JSON.parse(readFileSync(join(root, path.replace('*', language)), 'utf8'))

function use(language: 'sv' | 'en'): void {
  useTextsOf(language, {
    'asset-fields': read('functions/assets/text/*/fields.json', language),
    'asset-vocabulary': read('functions/assets/text/*/vocabulary.json', language),
    parts: read('web/text/*/parts.json', language),
    answers: read('web/text/*/answers.json', language),
    shell: read('web/text/*/shell.json', language),
  })
}

function* allFields(fields: readonly Field[], path: readonly string[] = []): Generator<[Field, string[]]> {
  for (const field of fields) {
    const at = [...path, field.name]
    yield [field, at]
    yield* allFields(field.fields ?? [], at)
  }
}

describe.each(['sv', 'en'] as const)('the words of the fields (%s)', (language) => {
  beforeAll(() => use(language))

  it.each(Object.keys(assetSections) as AssetKindName[])('are all there for %s', (kind) => {
    const lacking = assetSections[kind].flatMap((section) => [
      ...(sectionHeading('asset', section.id).includes('.') ? [section.id] : []),
      ...[...allFields(section.fields)]
        .filter(([field]) => !['externalIds', 'unseen', 'stateBefore', 'keeper'].includes(field.name))
        .flatMap(([field, path]) => [
          ...(fieldLabel('asset', path).startsWith('asset-fields.') ? [path.join('.')] : []),
          ...(field.type === 'code'
            ? (assetVocabularies[field.vocabulary ?? field.name] ?? ['no vocabulary'])
                .filter((code) => codeWord('asset', field, code) === code && !/^[A-Z]/.test(code))
                .map((code) => `${field.name}: ${code}`)
            : []),
        ]),
    ])
    const known = lacking.filter((name) => !hasText(`vocabulary.regime.${name.split(': ')[1] ?? ''}`))
    expect(known.filter((name) => !name.startsWith('subjectRegimes'))).toEqual([])
  })
})

describe('a value in words', () => {
  beforeAll(() => use('sv'))

  it('reads codes, days, lists and rows aloud', () => {
    const lines = (field: Field, value: unknown) => valueLines('asset', field, value, names, [field.name])
    expect(lines({ name: 'personalData', type: 'code', vocabulary: 'triState' }, 'unknown')).toEqual(['Vet inte'])
    expect(lines({ name: 'hostingCountries', type: 'country', many: 3 }, ['SE', 'DE'])).toEqual([
      'Sverige och Tyskland',
    ])
    expect(lines({ name: 'patchManaged', type: 'yesNo' }, false)).toEqual(['Nej'])
    expect(lines({ name: 'usingOrgUnitIds', type: 'ref', kind: 'orgUnit', many: 3 }, ['org_1'])).toEqual(['Eken'])
    expect(lines({ name: 'name', type: 'text' }, undefined)).toEqual([])
  })

  it('gives each row of a group a line, with what each part is called', () => {
    const supplierIds = assetSections.application
      .flatMap(({ fields }) => fields)
      .find(({ name }) => name === 'supplierIds')!
    const [line] = valueLines('asset', supplierIds, [{ supplierId: 'sup_1', role: 'hosting' }], names, ['supplierIds'])
    expect(line).toContain('Linden')
    expect(line).toContain('Drift')
  })
})
