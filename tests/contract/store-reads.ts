import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createMeter } from '../../functions/store/meter.ts'
import { type Item, LimitExceeded } from '../../functions/store/store.ts'
import { describeStore, item, newToken, nowhere, putAll, scanAll, sortKeys, type Adapter } from './store.ts'

const byteOrder = [
  'A',
  'Z',
  'a',
  'a#1',
  'a#10',
  'a#2',
  'z',
  'ä',
  'å',
  'ö',
  'ﬀ',
  '\u{ffff}',
  '😀',
  '😀a',
  '\u{10ffff}',
  '\u{10ffff}z',
]
  .map((key) => Buffer.from(key))
  .toSorted(Buffer.compare)
  .map(String)

/** What reads answer, in every adapter. */
export function describeReads(adapter: Adapter): void {
  describeStore(adapter, 'reads', (open) => {
    it('gives back exactly the item that was put', async () => {
      const store = await open()
      const body = { text: 'Räksmörgås 😀 \u0000 \ud800', list: [1, 2.5, true, null, { deep: 'å' }], empty: '' }
      const put = { pk: 'p', sk: 'å😀\u0001', body, version: 7, expiresAt: 4_000_000_000 }
      await store.commit([{ put }], newToken())
      expect(await store.get({ pk: 'p', sk: 'å😀\u0001' })).toEqual(put)
      expect(await store.get(nowhere)).toBeUndefined()
      await store.close()
    })

    it('keeps bodies of every sort of JSON', async () => {
      const store = await open()
      const bodies = [null, true, 0, -1.5e-7, '', 'text', [], {}, [[]], 'x'.repeat(1023), 'å'.repeat(600)]
      await putAll(
        store,
        bodies.map((body, index) => item('p', `k${index}`, body)),
      )
      for (const [index, body] of bodies.entries()) {
        expect((await store.get({ pk: 'p', sk: `k${index}` }))?.body).toEqual(body)
      }
      await store.close()
    })

    it('keeps a large body compressed, far beyond what would fit plainly', async () => {
      const store = await open()
      const body = { text: 'Personuppgiftsbehandling i öppenvården. '.repeat(40_000) }
      await store.commit([{ put: item('p', 'large', body) }], newToken())
      expect((await store.get({ pk: 'p', sk: 'large' }))?.body).toEqual(body)
      expect((await store.query('p')).items[0]?.body).toEqual(body)
      await store.close()
    })

    it('orders sort keys by their UTF-8 bytes', async () => {
      const store = await open()
      await putAll(
        store,
        byteOrder.toReversed().map((sk) => item('p', sk)),
      )
      expect(await sortKeys(store, 'p')).toEqual(byteOrder)
      expect(await sortKeys(store, 'p', { reverse: true })).toEqual(byteOrder.toReversed())
      await store.close()
    })

    it('answers every range like a filter over all keys, in both directions and page by page', async () => {
      const store = await open()
      const keys = [
        'a',
        'a#',
        'a#1',
        'a#10',
        'a#2',
        'a#😀',
        'a#\u{10ffff}x',
        'a$',
        'b',
        'å',
        'å#1',
        '\u{10ffff}',
        '\u{10ffff}1',
      ]
      await putAll(store, [...keys.map((sk) => item('p', sk)), item('other', 'a#1')])
      const bounds = [undefined, 'a', 'a#', 'a#1', 'a#15', 'a#😀', 'a$', 'å#', '\u{10ffff}', '0']
      const combinations = [undefined, '', 'a', 'a#', 'å', '\u{10ffff}', 'zz'].flatMap((prefix) =>
        bounds.flatMap((after) => bounds.map((before) => ({ prefix, after, before }))),
      )
      const above = (key: string, bound: string) => Buffer.compare(Buffer.from(key), Buffer.from(bound)) > 0
      for (const [index, { prefix = '', after, before }] of combinations.entries()) {
        const expected = keys
          .filter((key) => key.startsWith(prefix) && (!after || above(key, after)) && (!before || above(before, key)))
          .toSorted((a, b) => (above(a, b) ? 1 : -1))
        const reverse = index % 2 === 1
        const range = { prefix, after, before, reverse, limit: [1, 2, 3, 100][index % 4] as number }
        const found = await sortKeys(store, 'p', range)
        expect({ range, found }).toEqual({ range, found: reverse ? expected.toReversed() : expected })
      }
      await store.close()
    })

    it('ends a page at its limit and names no next page after the last item', async () => {
      const store = await open()
      await putAll(
        store,
        Array.from({ length: 260 }, (_, index) => item('p', `k${String(index).padStart(3, '0')}`)),
      )
      const first = await store.query('p')
      expect(first.items).toHaveLength(250)
      expect(first.next).toBe('k249')
      expect(await store.query('p', { after: first.next as string })).toMatchObject({ items: { length: 10 } })
      const exact = await store.query('p', { limit: 260 })
      expect(exact.items).toHaveLength(260)
      expect(exact.next).toBeUndefined()
      expect((await store.query('p', { limit: 10, reverse: true })).next).toBe('k250')
      expect(await store.query('empty')).toEqual({ items: [] })
      await store.close()
    })

    it('cuts a page at about a megabyte and goes on after it', async () => {
      const store = await open()
      const noise = () => randomBytes(60_000).toString('base64')
      const keys = Array.from({ length: 20 }, (_, index) => `k${String(index).padStart(2, '0')}`)
      for (const sk of keys) await store.commit([{ put: item('p', sk, noise()) }], newToken())
      const page = await store.query('p')
      expect(page.items.length).toBeLessThan(20)
      expect(page.next).toBe(page.items.at(-1)?.sk)
      expect(await sortKeys(store, 'p')).toEqual(keys)
      expect(await sortKeys(store, 'p', { reverse: true, limit: 20 })).toEqual(keys.toReversed())
      await store.close()
    })

    it('refuses a limit outside 1 to 1000 and a bound that is no sort key', async () => {
      const store = await open()
      for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
        await expect(store.query('p', { limit })).rejects.toThrow(LimitExceeded)
      }
      await expect(store.query('p', { after: 'x'.repeat(1025) })).rejects.toThrow(LimitExceeded)
      await expect(store.query('p', { prefix: 'a\ud800' })).rejects.toThrow(LimitExceeded)
      await store.close()
    })

    it('finds nothing under a key that cannot exist', async () => {
      const store = await open()
      const impossible = [
        { pk: '', sk: 'a' },
        { pk: 'a', sk: '' },
        { pk: 'x'.repeat(2049), sk: 'a' },
        { pk: 'a', sk: 'å'.repeat(513) },
        { pk: 'a', sk: '\ud800' },
      ]
      for (const key of impossible) expect(await store.get(key)).toBeUndefined()
      expect(await store.getMany(impossible)).toEqual([])
      expect(await store.query('')).toEqual({ items: [] })
      await store.close()
    })

    it('gets many in input order, each once, without the missing', async () => {
      const store = await open()
      const items = Array.from({ length: 230 }, (_, index) => item(`p${index}`, 'head', { index }))
      await putAll(store, items)
      const wanted = items.toReversed().flatMap(({ pk, sk }) => [{ pk, sk }, nowhere, { pk, sk }])
      expect(await store.getMany(wanted)).toEqual(items.toReversed())
      expect(await store.getMany([])).toEqual([])
      await store.close()
    })

    it('scans every item of every partition once', async () => {
      const store = await open()
      const items = Array.from({ length: 1300 }, (_, index) => item(`p${index % 7}`, `k${index}`, 'å'.repeat(index)))
      await putAll(store, items)
      const found = await scanAll(store)
      expect(found).toHaveLength(1300)
      const name = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`
      expect(new Map(found.map((each) => [name(each), each]))).toEqual(new Map(items.map((each) => [name(each), each])))
      await store.close()
    })

    it('scans the items of one sort key alone', async () => {
      const store = await open()
      const items = Array.from({ length: 1300 }, (_, index) => item(`p${index}`, index % 3 ? 'head' : 'tail', index))
      await putAll(store, items)
      const found: Item[] = []
      for (let after: string | undefined, more = true; more;) {
        const page = await store.scan(after, { sk: 'head' })
        found.push(...page.items)
        after = page.next
        more = after !== undefined
      }
      expect(new Set(found.map(({ body }) => body))).toEqual(
        new Set(items.flatMap(({ sk, body }) => (sk === 'head' ? [body] : []))),
      )
      await store.close()
    })

    it('scans the items of one sort key with those whose sort key or partition begins so', async () => {
      const store = await open()
      const wanted = [item('p1', 'head', 1), item('p1', 'note#1', 2), item('log#2', 'x', 3), item('log#3', 'y', 4)]
      await putAll(store, [...wanted, item('p1', 'note', 5), item('p1', 'rev#1', 6), item('log', 'z', 7)])
      const { items } = await store.scan(undefined, { sk: 'head', skBegins: 'note#', pkBegins: 'log#' })
      expect(new Set(items.map(({ body }) => body))).toEqual(new Set([1, 2, 3, 4]))
      await store.close()
    })

    it('counts read units: one per 4 KB, rounded up for each item got and once for a query', async () => {
      const meter = createMeter()
      const store = await open(meter)
      const noise = randomBytes(6000).toString('base64')
      await putAll(store, [item('p', 'large', noise), item('p', 'small', 1)])
      await store.get({ pk: 'p', sk: 'small' })
      expect(meter.readUnits).toBe(1)
      await store.get({ pk: 'p', sk: 'large' })
      expect(meter.readUnits).toBe(3)
      await store.getMany([{ pk: 'p', sk: 'small' }, { pk: 'p', sk: 'large' }, nowhere])
      expect(meter.readUnits).toBe(7)
      await store.query('p')
      expect(meter.readUnits).toBe(9)
      await store.query('empty')
      expect(meter.readUnits).toBe(10)
      await store.close()
    })
  })
}
