import { expect, it } from 'vitest'
import type { Revision } from '../../../../web/api/record.ts'
import { earlierRevision } from '../../../../web/review/earlier.ts'

const made = (revision: number, transition?: string): Revision => ({
  revision,
  state: 'submitted',
  at: '2026-11-21T09:00:00Z',
  by: 'per_elias',
  changed: [],
  hash: '',
  ...(transition ? { transition } : {}),
})

it('has nothing to read a first notification against', () => {
  expect(earlierRevision({ revision: 3 }, [made(3, 'submit'), made(2), made(1)])).toBeUndefined()
})

it('reads a notification that came back against what was sent back last', () => {
  const history = [made(9, 'submit'), made(8), made(7, 'return'), made(6, 'submit'), made(4, 'return'), made(1)]
  expect(earlierRevision({ revision: 9 }, history)).toBe(7)
})

it('reads a revision against what is in force, unless it has been sent back since', () => {
  expect(earlierRevision({ revision: 8, registeredRevision: 5 }, [made(8, 'submit'), made(3, 'return')])).toBe(5)
  expect(earlierRevision({ revision: 8, registeredRevision: 5 }, [made(8, 'submit'), made(7, 'return')])).toBe(7)
})
