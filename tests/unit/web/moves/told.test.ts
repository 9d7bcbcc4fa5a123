import { describe, expect, it } from 'vitest'
import type { ActivityRecord } from '../../../../web/api/activities.ts'
import { doneKey, justTold, onTold, tell } from '../../../../web/moves/told.ts'

const record = { id: 'act_1', number: 'B-2026-0001', data: { name: 'Passagekort' } } as ActivityRecord
const proposed = { transition: 'end', by: 'per_1', at: '2026-11-21T12:00:00Z' }

describe('what has just been done', () => {
  it('is told with number and name to the page where one lands, and forgotten when it is left', () => {
    expect(justTold()).toBeUndefined()
    tell('register', record)
    const heard: unknown[] = []
    const leave = onTold(() => heard.push(justTold()))
    expect(justTold()).toEqual({ done: 'register', id: 'act_1', number: 'B-2026-0001', name: 'Passagekort' })
    tell('closeRemark', record)
    expect(heard).toMatchObject([{ done: 'closeRemark' }])
    leave()
    expect(justTold()).toBeUndefined()
  })

  it('is only a proposal while the second person is waited for', () => {
    expect(doneKey('end', { proposed })).toBe('endProposed')
    expect(doneKey('decline', {})).toBe('decline')
  })
})
