import { expect, it } from 'vitest'
import { readFeed } from '../../../../web/admin/feed.ts'

it('reads a feed, with or without a byte order mark', () => {
  expect(readFeed('{"people":[]}')).toEqual({ people: [] })
  expect(readFeed('\uFEFF{"people":[]}')).toEqual({ people: [] })
})

it('takes nothing but a JSON object', () => {
  for (const text of ['', '[]', '"people"', 'null', 'userId;displayName']) expect(readFeed(text)).toBeUndefined()
})
