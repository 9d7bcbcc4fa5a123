import { describe, expect, it } from 'vitest'
import { sealState } from '../../../../web/proof/seal-state.ts'

const head = { number: 7, day: '2026-11-22', at: '2026-11-22T01:30:00Z', records: 10, faults: 0, keyFingerprint: 'ab' }
const today = '2026-11-22'

describe('how the sealing of the history stands', () => {
  it('is nothing yet before the first night, and the first after it', () => {
    expect(sealState({ signed: false }, today)).toBe('none')
    expect(sealState({ signed: true, head: { ...head, number: 1 } }, today)).toBe('first')
  })

  it('is sound for two days, then old', () => {
    expect(sealState({ signed: true, head }, '2026-11-24')).toBe('sound')
    expect(sealState({ signed: true, head }, '2026-11-25')).toBe('old')
  })

  it('says the gravest first: a false signature, then records that do not fit', () => {
    expect(sealState({ signed: false, head: { ...head, faults: 2 } }, today)).toBe('false')
    expect(sealState({ signed: true, head: { ...head, number: 1, faults: 2 } }, today)).toBe('faulty')
  })
})
