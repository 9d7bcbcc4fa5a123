import { describe, expect, it } from 'vitest'
import { withAnswer, withUnclear } from '../../../../web/notification/set-answer.ts'

describe('giving an answer', () => {
  it('lifts "Saknas eller oklart" at the same place', () => {
    expect(withAnswer({ unclear: ['/art9Exceptions', '/informationStatus'] }, '/art9Exceptions', ['h'])).toEqual({
      art9Exceptions: ['h'],
      unclear: ['/informationStatus'],
    })
  })

  it('lifts a mark that covers every row', () => {
    expect(withAnswer({ unclear: ['/transfers/mechanism'] }, '/transfers/0/mechanism', 'none')).toEqual({
      transfers: [{ mechanism: 'none' }],
    })
  })

  it('leaves the mark when the answer is taken away', () => {
    const data = { unclear: ['/consentRoutine'] }
    expect(withAnswer(data, '/consentRoutine', undefined)).toEqual(data)
  })
})

describe('marking an answer as missing or unclear', () => {
  it('empties it', () => {
    expect(withUnclear({ consentRoutine: 'Blankett' }, '/consentRoutine', true)).toEqual({
      unclear: ['/consentRoutine'],
    })
  })

  it('empties it in every row when the pointer has no positions', () => {
    const data = {
      purposes: [
        { text: 'a', legalBases: [{ basis: 'e' }] },
        { text: 'b', legalBases: [{ basis: 'c' }] },
      ],
    }
    expect(withUnclear(data, '/purposes/legalBases', true)).toEqual({
      purposes: [{ text: 'a' }, { text: 'b' }],
      unclear: ['/purposes/legalBases'],
    })
  })

  it('is taken back without a trace', () => {
    expect(withUnclear({ unclear: ['/consentRoutine'] }, '/consentRoutine', false)).toEqual({})
  })
})
