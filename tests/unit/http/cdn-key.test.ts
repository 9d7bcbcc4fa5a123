import { describe, expect, test } from 'vitest'
import { cdnCheckOf, cdnKeyHeader } from '../../../functions/http/cdn-key.ts'
import type { HttpRequest } from '../../../functions/http/message.ts'

const [current, former] = ['n'.repeat(32), 'f'.repeat(40)]
const bearing = (key?: string): HttpRequest => ({
  method: 'GET',
  url: 'https://abc.execute-api.eu-north-1.amazonaws.com/api/health',
  headers: { get: (name) => (name === cdnKeyHeader ? (key ?? null) : null) },
  body: null,
})

describe('the key of the CDN', () => {
  const admits = cdnCheckOf({ CDN_KEYS: `${current} ${former}` })

  test('is the one in force, or the one before it', () => {
    expect([current, former].map((key) => admits(bearing(key)))).toEqual([true, true])
  })

  test.each([undefined, '', ' ', current.slice(1), `${current} ${former}`, current.toUpperCase(), `${current} `])(
    'is not %j',
    (key) => {
      expect(admits(bearing(key))).toBe(false)
    },
  )

  test.each([undefined, '', ' ', 'short', `${current} short`])('must be there and be long: %j', (keys) => {
    expect(() => cdnCheckOf({ CDN_KEYS: keys })).toThrow('CDN_KEYS')
  })
})
