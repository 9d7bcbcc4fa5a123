import { beforeEach, describe, expect, it } from 'vitest'
import sv from '../../../../web/text/sv/record.json' with { type: 'json' }
import { didText } from '../../../../web/record/did.ts'
import { useTextsOf } from '../../../../web/text/text.ts'

describe('what somebody did', () => {
  beforeEach(() => useTextsOf('sv', { record: sv }))

  it('tells a proposal from its confirmation', () => {
    expect(didText({ transition: 'refuse', state: 'coordinatorReview' })).toBe('föreslog att inte registrera')
    expect(didText({ transition: 'refuse', state: 'notRegistrable' })).toBe('beslutade att inte registrera')
    expect(didText({ transition: 'end', state: 'registered' })).toBe('anmälde att den har upphört')
    expect(didText({ transition: 'end', state: 'ended' })).toBe('avslutade')
  })

  it('is saving where nothing else is known', () => {
    expect(didText({ state: 'draft' })).toBe('sparade')
    expect(didText({ transition: 'somethingNew', state: 'draft' })).toBe('sparade')
    expect(didText({ transition: 'register', editorial: true, state: 'registered' })).toBe(
      'registrerade en redaktionell ändring',
    )
  })
})
