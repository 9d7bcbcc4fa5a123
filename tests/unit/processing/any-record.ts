import fc from 'fast-check'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { activityFields } from '../../../functions/processing/form.ts'
import type { Field } from '../../../functions/processing/question.ts'
import { vocabularies } from '../../../functions/processing/vocabulary.ts'

/** Any well-shaped record: every field may be there or not, with any value that its type allows. */
export const anyRecord: fc.Arbitrary<ActivityData> = recordOf(activityFields) as fc.Arbitrary<ActivityData>

function recordOf(fields: readonly Field[]): fc.Arbitrary<object> {
  const requiredKeys = fields.filter((field) => field.required).map((field) => field.name)
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), { requiredKeys })
}

function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.list === undefined) return singleOf(field)
  const list = fc.array(singleOf(field), { maxLength: 3 })
  return field.all ? fc.oneof(list, fc.constant('all')) : list
}

function singleOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return fc.string({ maxLength: Math.min(field.max ?? 0, 40) })
    case 'code':
      return fc.constantFrom(...vocabularies[field.vocabulary!].codes.map(({ code }) => code))
    case 'bool':
      return fc.boolean()
    case 'int':
      return fc.nat()
    case 'object':
      return recordOf(field.fields ?? [])
    case 'date':
      return fc.constantFrom('2020-02-29', '2026-11-21', '2027-01-01')
    case 'time':
      return fc.constantFrom('2025-01-01T10:00:00Z', '2026-11-20T10:00:00.123Z')
    case 'duration':
      return fc.constantFrom('P10Y', 'P5Y6M', 'P30D', 'P2W')
    case 'country':
      return fc.constantFrom('SE', 'US', 'IN', 'GB')
    case 'ref':
      return fc.constantFrom('per_1', 'org_1', 'app_1')
    case 'pointer':
      return fc.constantFrom('/purposes/0/legalBases', '/art9Exceptions', '/retentionRules')
  }
}
