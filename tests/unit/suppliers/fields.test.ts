import { describe, expect, it } from 'vitest'
import type { Field, FieldSection } from '../../../functions/fields/field.ts'
import { agreementSections } from '../../../functions/suppliers/fields/agreement.ts'
import { supplierSections } from '../../../functions/suppliers/fields/supplier.ts'
import fields from '../../../functions/suppliers/text/sv/fields.json' with { type: 'json' }
import vocabulary from '../../../functions/suppliers/text/sv/vocabulary.json' with { type: 'json' }
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'

interface Labels {
  [name: string]: { label: string; fields?: Labels }
}

/** Paths of fields without a label. */
function unlabelled(list: readonly Field[], labels: Labels, path = ''): string[] {
  return list.flatMap((field) => {
    const own = labels[field.name]
    const inner =
      field.type === 'group' ? unlabelled(field.fields ?? [], own?.fields ?? {}, `${path}${field.name}.`) : []
    return [...(own?.label ? [] : [path + field.name]), ...inner]
  })
}

describe.each<[string, readonly FieldSection[]]>([
  ['supplier', supplierSections],
  ['agreement', agreementSections],
])('the fields of a %s', (_kind, sections) => {
  it('all have a label, and every section a heading', () => {
    expect(
      unlabelled(
        sections.flatMap((section) => section.fields),
        fields.fields as Labels,
      ),
    ).toEqual([])
    expect(sections.filter(({ id }) => !(id in fields.sections))).toEqual([])
  })

  it('have names of their own', () => {
    const names = sections.flatMap((section) => section.fields.map(({ name }) => name))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

describe('the vocabularies', () => {
  it.each(Object.entries(supplierVocabularies))('%s has a label for every code', (name, codes) => {
    const labels = (vocabulary as { [vocabulary: string]: { [code: string]: string } })[name] ?? {}
    expect(codes.filter((code) => !labels[code])).toEqual([])
  })
})
