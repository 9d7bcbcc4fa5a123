import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { assetKinds } from '../../../functions/assets/asset-kinds.ts'
import { besideFields, fieldsOf } from '../../../functions/assets/schema.ts'
import { assetSections } from '../../../functions/assets/sections.ts'
import en from '../../../functions/assets/text/en/fields.json' with { type: 'json' }
import enWords from '../../../functions/assets/text/en/vocabulary.json' with { type: 'json' }
import sv from '../../../functions/assets/text/sv/fields.json' with { type: 'json' }
import svWords from '../../../functions/assets/text/sv/vocabulary.json' with { type: 'json' }
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import type { Field } from '../../../functions/fields/field.ts'
import { fieldList } from './field-list.ts'

type Labels = { [name: string]: { label: string; fields?: Labels } }

const languages: [string, Labels, { [vocabulary: string]: { [code: string]: string } }][] = [
  ['Swedish', sv.fields, svWords],
  ['English', en.fields, enWords],
]
const listed = Object.entries(fieldList).flatMap(([kind, rows]) => rows.map((row) => [kind, ...row] as const))
const kindNamed = (name: string) => assetKinds.find((kind) => kind.name === name)!
const schemaOf = (kind: string) => kindNamed(kind).schema as unknown as z.ZodMiniType
const shapeOf = (kind: string) => ((schemaOf(kind) as z.ZodMiniLazy)._zod.def.getter() as z.ZodMiniObject).shape

/** A value that fits a field, made from what the field says of itself. */
function example(field: Field): unknown {
  const one = single(field)
  return field.many === undefined ? one : [one]
}

function single(field: Field): unknown {
  switch (field.type) {
    case 'text':
    case 'longText':
      return 'x'.repeat(field.max ?? 0)
    case 'code':
      return assetVocabularies[field.vocabulary!]!.at(-1)
    case 'yesNo':
      return true
    case 'date':
      return '2026-02-28'
    case 'number':
      return field.max
    case 'duration':
      return 'P10Y'
    case 'country':
      return 'SE'
    case 'ref':
      return 'app_1'
    case 'group':
      return Object.fromEntries((field.fields ?? []).map((inner) => [inner.name, example(inner)]))
  }
}

describe('the fields of the inventory', () => {
  it.each(assetKinds)('of $name are shown in its list when they say so, and the others not', ({ name, summary }) => {
    const shown = fieldsOf(assetSections[name as keyof typeof assetSections]).filter((field) => field.list)
    expect(new Set(summary)).toEqual(new Set([...shown.map((field) => field.name), 'externalIds', 'findingCounts']))
  })

  it.each(listed)('%s has %s', (kind, name, ...attributes) => {
    expect(Object.keys(shapeOf(kind))).toContain(name)
    const field = fieldsOf(assetSections[kind as 'equipment']).find((one) => one.name === name)
    expect((field?.fields ?? []).map((one) => one.name).sort()).toEqual([...attributes].sort())
  })

  it.each(Object.keys(fieldList))('%s has no other, and each once', (kind) => {
    expect(Object.keys(shapeOf(kind)).sort()).toEqual(fieldList[kind]!.map(([name]) => name).sort())
    const names = fieldsOf(assetSections[kind as 'equipment']).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(Object.keys(fieldList))('%s takes every field filled to its limit, and no more', (kind) => {
    const fields = fieldsOf(assetSections[kind as 'equipment'])
    const full = Object.fromEntries(fields.map((field) => [field.name, example(field)]))
    expect(z.safeParse(schemaOf(kind), full).error?.issues).toBeUndefined()
    for (const field of fields.filter(({ type }) => type === 'text' || type === 'longText')) {
      const long = 'x'.repeat((field.max ?? 0) + 1)
      const value = field.many === undefined ? long : [long]
      expect(z.safeParse(schemaOf(kind), { name: 'Nn', [field.name]: value }).success).toBe(false)
    }
  })

  it.each(Object.keys(fieldList))('%s needs a name and nothing else', (kind) => {
    expect(z.safeParse(schemaOf(kind), { name: 'Nn' }).success).toBe(true)
    expect(z.safeParse(schemaOf(kind), {}).success).toBe(false)
    expect(z.safeParse(schemaOf(kind), { name: 'Nn', nick: 1 }).error?.issues[0]?.code).toBe('unrecognized_keys')
  })

  it('keeps segment, host name, MAC and IP secret and nowhere else', () => {
    for (const kind of assetKinds) {
      expect(kind.secrets).toEqual({ network: 'OSL 18:8', secretSourceSays: 'OSL 18:8' })
      for (const name of ['hostname', 'macAddress', 'networkSegment'])
        expect(shapeOf(kind.name)).not.toHaveProperty(name)
    }
  })

  it('lets only the product write what says where values come from', () => {
    for (const kind of assetKinds)
      expect(kind.managed).toEqual(expect.arrayContaining(['externalIds', 'unseen', 'stateBefore', ...besideFields]))
  })
})

describe.each(languages)('in %s', (_language, labels, words) => {
  it.each(listed)('%s.%s has a label', (_kind, name, ...attributes) => {
    expect(labels[name]?.label).toBeTruthy()
    expect(Object.keys(labels[name]?.fields ?? {}).sort()).toEqual([...attributes].sort())
  })

  it('every code has a word', () => {
    for (const [vocabulary, codes] of Object.entries(assetVocabularies))
      expect(Object.keys(words[vocabulary] ?? {}).sort()).toEqual([...codes].sort())
  })
})
