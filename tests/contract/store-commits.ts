import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createMeter } from '../../functions/store/meter.ts'
import { ConditionFailed, LimitExceeded, type Condition, type Store, type Write } from '../../functions/store/store.ts'
import { describeStore, item, newToken, nowhere, putAll, scanAll, type Adapter } from './store.ts'

async function failureOf(commit: Promise<void>): Promise<ConditionFailed> {
  const error = await commit.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConditionFailed)
  return error as ConditionFailed
}

async function succeeds(store: Store, write: Write): Promise<boolean> {
  return store.commit([write], newToken()).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ConditionFailed) return false
      throw error
    },
  )
}

/** What commits do and refuse, in every adapter. */
export function describeCommits(adapter: Adapter): void {
  describeStore(adapter, 'commits', (open) => {
    const present = { pk: 'p', sk: 'present' }
    const absent = { pk: 'p', sk: 'missing' }
    const conditions: [Condition | undefined, onPresent: boolean, onMissing: boolean][] = [
      [undefined, true, true],
      ['absent', false, true],
      ['exists', true, false],
      [{ version: 3 }, true, false],
      [{ version: 4 }, false, false],
    ]

    it.each(conditions)('decides on condition %j for put and delete', async (condition, onPresent, onMissing) => {
      const store = await open()
      for (const key of [present, absent]) {
        const holds = key === present ? onPresent : onMissing
        await store.commit([{ put: { ...present, body: 'old', version: 3 } }, { delete: absent }], newToken())
        expect(await succeeds(store, { put: { ...key, body: 'new', version: 3 }, if: condition })).toBe(holds)
        expect((await store.get(key))?.body).toBe(holds ? 'new' : key === present ? 'old' : undefined)
        await store.commit([{ put: { ...present, body: 'old', version: 3 } }, { delete: absent }], newToken())
        expect(await succeeds(store, { delete: key, if: condition })).toBe(holds)
        expect(await store.get(key)).toEqual(
          holds || key === absent ? undefined : { ...present, body: 'old', version: 3 },
        )
      }
      await store.close()
    })

    it.each(conditions.slice(1))('decides on condition %j for a check', async (condition = 'exists', ...expected) => {
      const store = await open()
      await putAll(store, [{ ...present, body: 'old', version: 3 }])
      const checks = [present, absent].map((check) => succeeds(store, { check, if: condition }))
      expect(await Promise.all(checks)).toEqual(expected)
      await store.close()
    })

    it('takes an item without a version as having none', async () => {
      const store = await open()
      await putAll(store, [item('p', 'plain')])
      const failure = await failureOf(
        store.commit([{ check: { pk: 'p', sk: 'plain' }, if: { version: 0 } }], newToken()),
      )
      expect(failure.current).toEqual(item('p', 'plain'))
      await store.close()
    })

    it('writes all or nothing', async () => {
      const store = await open()
      await putAll(store, [item('p', 'a', 1, 1), item('p', 'b', 1, 1), item('p', 'gone', 1)])
      const writes = (version: number): Write[] => [
        { put: item('p', 'a', 2, 2), if: { version: 1 } },
        { put: item('q', 'new', 2), if: 'absent' },
        { delete: { pk: 'p', sk: 'gone' } },
        { check: { pk: 'p', sk: 'b' }, if: { version } },
      ]
      const before = await scanAll(store)
      expect((await failureOf(store.commit(writes(2), newToken()))).index).toBe(3)
      expect(await scanAll(store)).toEqual(before)
      await store.commit(writes(1), newToken())
      const keys = [item('p', 'a', 2, 2), item('p', 'b', 1, 1), item('q', 'new', 2)]
      expect((await scanAll(store)).toSorted((a, b) => (a.sk < b.sk ? -1 : 1))).toEqual(keys)
      await store.close()
    })

    it('names the first write whose condition did not hold and what stands there', async () => {
      const store = await open()
      const long = item('p', 'b', { text: 'å'.repeat(3000) }, 5)
      await putAll(store, [item('p', 'a', 1, 1), { ...long, expiresAt: 4_000_000_000 }])
      const writes: Write[] = [
        { put: item('p', 'a', 2, 2), if: { version: 1 } },
        { put: item('p', 'b', 2), if: 'absent' },
        { delete: nowhere, if: 'exists' },
      ]
      const failure = await failureOf(store.commit(writes, newToken()))
      expect(failure.index).toBe(1)
      expect(failure.current).toEqual({ ...long, expiresAt: 4_000_000_000 })
      const missing = await failureOf(store.commit([{ delete: nowhere, if: { version: 1 } }], newToken()))
      expect(missing.current).toBeUndefined()
      await store.close()
    })

    it('takes the repeat of a commit as done, without doing it again', async () => {
      const store = await open()
      const token = newToken()
      const writes: Write[] = [{ put: item('p', 'a', 'first', 1), if: 'absent' }]
      await store.commit(writes, token)
      await store.commit(writes, token)
      await store.commit([{ put: item('p', 'a', 'second', 2), if: { version: 1 } }], newToken())
      await store.commit(writes, token)
      expect((await store.get({ pk: 'p', sk: 'a' }))?.body).toBe('second')
      await store.close()
    })

    it('tries a refused commit anew when it comes again with its token', async () => {
      const store = await open()
      const token = newToken()
      const writes: Write[] = [
        { put: item('p', 'a', 1), if: 'absent' },
        { check: nowhere, if: 'exists' },
      ]
      expect((await failureOf(store.commit(writes, token))).index).toBe(1)
      await putAll(store, [{ ...nowhere, body: 1 }])
      await store.commit(writes, token)
      expect((await store.get({ pk: 'p', sk: 'a' }))?.body).toBe(1)
      await store.close()
    })

    it('refuses a token that stands for another commit', async () => {
      const store = await open()
      const token = newToken()
      await store.commit([{ put: item('p', 'a', 1) }], token)
      const error = await store.commit([{ put: item('p', 'a', 2) }], token).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(ConditionFailed)
      expect((await store.get({ pk: 'p', sk: 'a' }))?.body).toBe(1)
      await store.close()
    })

    it('takes exactly what the limits allow', async () => {
      const store = await open()
      const hundred = Array.from({ length: 100 }, (_, index) => ({ put: item('p', `k${index}`) }))
      await store.commit(hundred, 't'.repeat(36))
      const edge = { pk: 'å'.repeat(1024), sk: '😀'.repeat(256) }
      await store.commit([{ put: { ...edge, body: 1 } }], 't')
      expect((await store.get(edge))?.body).toBe(1)
      expect((await store.query(edge.pk, { prefix: '😀'.repeat(256) })).items).toHaveLength(1)
      await store.close()
    })

    const noise = (bytes: number) => randomBytes(bytes).toString('base64')
    const refused: [string, () => Write[], string][] = [
      ['no writes', () => [], 'token'],
      ['101 writes', () => Array.from({ length: 101 }, (_, index) => ({ put: item('p', `k${index}`) })), 'token'],
      ['a key written twice', () => [{ put: item('p', 'a') }, { check: { pk: 'p', sk: 'a' }, if: 'exists' }], 'token'],
      ['an empty partition key', () => [{ put: item('', 'a') }], 'token'],
      ['an empty sort key', () => [{ delete: { pk: 'p', sk: '' } }], 'token'],
      ['a sort key of 1025 bytes', () => [{ put: item('p', `${'å'.repeat(512)}x`) }], 'token'],
      ['a partition key of 2049 bytes', () => [{ put: item(`${'å'.repeat(1024)}x`, 'a') }], 'token'],
      ['a key with half a surrogate pair', () => [{ put: item('p', 'a\udc00') }], 'token'],
      ['an item over 400 KB', () => [{ put: item('p', 'a', noise(410_000)) }], 'token'],
      [
        'more than 4 MB together',
        () => Array.from({ length: 12 }, (_, i) => ({ put: item('p', `${i}`, noise(380_000)) })),
        'token',
      ],
      ['a token of 37 characters', () => [{ put: item('p', 'a') }], 't'.repeat(37)],
      ['an empty token', () => [{ put: item('p', 'a') }], ''],
    ]

    it.each(refused)('refuses %s', async (_, writes, token) => {
      const store = await open()
      await expect(store.commit(writes(), token)).rejects.toThrow(LimitExceeded)
      expect(await scanAll(store)).toEqual([])
      await store.close()
    })

    it('lets exactly one of racing commits through for each version', async () => {
      const store = await open()
      await putAll(store, [item('p', 'counter', 0, 0)])
      const raise = async (): Promise<void> => {
        for (;;) {
          const now = await store.get({ pk: 'p', sk: 'counter' })
          const version = now?.version as number
          const write: Write = { put: item('p', 'counter', (now?.body as number) + 1, version + 1), if: { version } }
          if (await succeeds(store, write)) return
        }
      }
      await Promise.all(Array.from({ length: 12 }, raise))
      expect(await store.get({ pk: 'p', sk: 'counter' })).toEqual(item('p', 'counter', 12, 12))
      await store.close()
    })

    it('creates once when the same item is created at the same time', async () => {
      const store = await open()
      const create = (body: number) => succeeds(store, { put: item('p', 'one', body), if: 'absent' })
      const won = (await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(create))).map(
        (success, index) => success && index + 1,
      )
      expect(won.filter(Boolean)).toEqual([(await store.get({ pk: 'p', sk: 'one' }))?.body])
      await store.close()
    })

    it('counts write units: two per KB of each action, and nothing for a refused commit', async () => {
      const meter = createMeter()
      const store = await open(meter)
      const writes: Write[] = [
        { put: item('p', 'small', 1) },
        { put: item('p', 'large', noise(3200)) },
        { delete: { pk: 'p', sk: 'gone' } },
        { check: nowhere, if: 'absent' },
      ]
      await store.commit(writes, newToken())
      expect(meter).toMatchObject({ commits: 1, writeUnits: 2 + 2 * 4 + 2 + 2, lastCommitUnits: 14 })
      await failureOf(store.commit([{ check: nowhere, if: 'exists' }], newToken()))
      expect(meter).toMatchObject({ commits: 1, writeUnits: 14 })
      await store.close()
    })
  })
}
