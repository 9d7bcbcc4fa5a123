import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { activityFields } from '../../../functions/processing/form.ts'
import { activitySchema } from '../../../functions/processing/schema.ts'
import { everything, maximal, ordinary, processorRecord } from './records.ts'

const refusals = (data: unknown) => z.safeParse(activitySchema, data).error?.issues ?? []

describe('the schema of an activity', () => {
  it.each([ordinary, maximal, processorRecord, everything, {}])(
    'takes a whole, a processor’s and an empty record',
    (data) => {
      expect(refusals(data)).toEqual([])
    },
  )

  it('gives back what it was given', () => {
    expect(z.parse(activitySchema, everything)).toEqual(everything)
  })

  it.each(activityFields.map((field) => [field.name, field] as const))('bounds %s', (name, field) => {
    const wrong = field.type === 'text' && !field.list ? 'x'.repeat((field.max ?? 0) + 1) : Symbol.iterator
    expect(refusals({ [name]: wrong }).length).toBeGreaterThan(0)
    expect(refusals({ [name]: null }).length).toBeGreaterThan(0)
  })

  it('refuses an unknown field at the top and within', () => {
    expect(refusals({ nick: 1 })[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['nick'] })
    expect(refusals({ legalBases: ['e'] })[0]).toMatchObject({ code: 'unrecognized_keys' })
    expect(refusals({ purposes: [{ aim: 'x' }] })[0]).toMatchObject({
      code: 'unrecognized_keys',
      path: ['purposes', 0],
    })
  })

  it('refuses a wrong type with its place', () => {
    expect(refusals({ name: 5 })[0]).toMatchObject({ code: 'invalid_type', path: ['name'] })
    expect(refusals({ dataCategories: [{}] })[0]).toMatchObject({
      code: 'invalid_type',
      path: ['dataCategories', 0, 'code'],
    })
    expect(refusals({ isResearch: 'yes' })[0]).toMatchObject({ code: 'invalid_type' })
  })

  it('refuses more rows than a list may hold', () => {
    const purposes = Array.from({ length: 21 }, () => ({ text: 'x' }))
    expect(refusals({ purposes })[0]).toMatchObject({ code: 'too_big' })
    expect(refusals({ applicationIds: Array.from({ length: 41 }, (_, at) => `app_${at}`) })[0]).toMatchObject({
      code: 'too_big',
    })
  })

  it('refuses days, durations, countries and times that are not written as they should', () => {
    for (const wrong of [
      { startDate: '21/11/2026' },
      { retentionRules: [{ period: '10 år' }] },
      { retentionRules: [{ period: 'P' }] },
      { transfers: [{ country: 'Sverige' }] },
      { orgUnitId: 'a b' },
    ]) {
      expect(refusals(wrong)).toHaveLength(1)
    }
  })

  it('takes one task of a processor for a list of one', () => {
    expect(z.parse(activitySchema, { processors: [{ name: 'L', processorTask: 'hosting' }] })).toEqual({
      processors: [{ name: 'L', processorTask: ['hosting'] }],
    })
    expect(refusals({ processors: [{ processorTask: 'a b' }] })).toHaveLength(1)
  })

  it('takes a retention rule for all categories or for some', () => {
    expect(refusals({ retentionRules: [{ categories: 'all' }, { categories: ['health'] }] })).toEqual([])
    expect(refusals({ retentionRules: [{ categories: 'some' }] })).toHaveLength(1)
  })
})
