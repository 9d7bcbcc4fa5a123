import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../../functions/processing/calendar.ts'
import {
  firstDay,
  isInForce,
  lastDay,
  lastNoticeDay,
  periodEnd,
  statusOf,
  type Term,
} from '../../../functions/suppliers/term.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the term of an agreement', () => {
  it('begins when it is signed and valid, both', () => {
    expect(firstDay({ validFrom: '2026-01-01' })).toBeUndefined()
    expect(firstDay({ signedAt: '2026-02-01', validFrom: '2026-01-01' })).toBe('2026-02-01')
    expect(firstDay({ signedAt: '2026-02-01', validFrom: '2026-03-01' })).toBe('2026-03-01')
    expect(firstDay({ signedAt: '2026-02-01' })).toBe('2026-02-01')
  })

  it('holds on its first and its last day', () => {
    const term = { signedAt: '2026-01-10', validFrom: '2026-02-01', validTo: '2026-12-31' }
    expect(['2026-01-31', '2026-02-01', '2026-12-31', '2027-01-01'].map((at) => isInForce(term, at))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('ends when notice has been given to, or before', () => {
    const term = { signedAt: '2026-01-10', validTo: '2026-12-31' }
    expect(lastDay({ ...term, terminationAt: '2026-06-30' }, '2026-01-10')).toBe('2026-06-30')
    expect(lastDay({ ...term, terminationAt: '2027-06-30' }, '2026-01-10')).toBe('2026-12-31')
    expect(lastDay({ signedAt: '2026-01-10' }, '2026-01-10')).toBeUndefined()
  })

  it('goes on by itself when it is renewed tacitly, until notice is given', () => {
    const term: Term = { signedAt: '2024-01-01', validTo: '2024-12-31', renewal: 'tacit', renewalMonths: 12 }
    expect(periodEnd(term, '2024-12-31')).toBe('2024-12-31')
    expect(periodEnd(term, '2025-01-01')).toBe('2025-12-31')
    expect(isInForce(term, '2029-05-05')).toBe(true)
    expect(isInForce({ ...term, terminationAt: '2026-12-31' }, '2027-01-01')).toBe(false)
    expect(isInForce({ ...term, renewal: 'express' }, '2025-01-01')).toBe(false)
  })

  it('has a period end that lies on the day or after it, and no whole period after it', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 60 }), (validTo, at, renewalMonths) => {
        const end = periodEnd({ validTo, renewal: 'tacit', renewalMonths }, at)!
        expect(end >= at || end === validTo).toBe(true)
        expect(end >= at).toBe(true)
        if (end !== validTo) {
          let k = 1
          while (addMonths(validTo, k * renewalMonths) < at) k++
          expect(end).toBe(addMonths(validTo, k * renewalMonths))
        }
      }),
    )
  })
})

describe('the last day to give notice', () => {
  it('is so many months before the end', () => {
    expect(lastNoticeDay({ validTo: '2027-06-30', noticeMonths: 6 }, '2026-01-01')).toBe('2026-12-30')
    expect(lastNoticeDay({ validTo: '2026-12-31', noticeMonths: 3 }, '2026-01-01')).toBe('2026-09-30')
  })

  it('is the next period’s when this one’s has passed and the agreement renews itself', () => {
    const term: Term = { validTo: '2026-12-31', noticeMonths: 3, renewal: 'tacit', renewalMonths: 12 }
    expect(lastNoticeDay(term, '2026-09-30')).toBe('2026-09-30')
    expect(lastNoticeDay(term, '2026-10-01')).toBe('2027-09-30')
    expect(lastNoticeDay({ ...term, renewal: 'never' }, '2026-10-01')).toBe('2026-09-30')
  })

  it('is no day without an end, without a notice period, and once notice is given', () => {
    expect(lastNoticeDay({ noticeMonths: 3 }, '2026-01-01')).toBeUndefined()
    expect(lastNoticeDay({ validTo: '2026-12-31' }, '2026-01-01')).toBeUndefined()
    expect(lastNoticeDay({ validTo: '2026-12-31', noticeMonths: 3, terminationAt: '2026-06-30' }, '2026-01-01')).toBe(
      undefined,
    )
  })
})

describe('what an agreement is on a day', () => {
  const term: Term = { signedAt: '2026-01-01', validFrom: '2026-02-01', validTo: '2026-12-31' }

  it('follows its dates while it is active, without being stored', () => {
    const on = (at: string) => statusOf('active', term, at)
    expect(on('2026-01-31')).toBe('notYetValid')
    expect(on('2026-02-01')).toBe('active')
    expect(on(addDays('2026-12-31', -91))).toBe('active')
    expect(on(addDays('2026-12-31', -90))).toBe('expiring')
    expect(on('2026-12-31')).toBe('expiring')
    expect(on('2027-01-01')).toBe('expired')
  })

  it('is expiring for as long as notice takes, when that is longer', () => {
    expect(statusOf('active', { ...term, noticeMonths: 9 }, '2026-04-01')).toBe('expiring')
    expect(statusOf('amending', { ...term, noticeMonths: 9 }, '2026-03-01')).toBe('amending')
  })

  it('is its state in the other states', () => {
    for (const state of ['draft', 'negotiation', 'signed', 'terminated', 'closed'])
      expect(statusOf(state, term, '2030-01-01')).toBe(state)
  })
})
