import { expect, test } from 'vitest'
import { patiently } from '../../../functions/http/patiently.ts'
import { StoreBusy } from '../../../functions/store/store.ts'

function failing(times: number, error: Error) {
  let asked = 0
  const read = () => {
    asked++
    if (asked <= times) throw error
    return asked
  }
  return { read, asked: () => asked }
}

test('reads again while the store is busy', async () => {
  expect(await patiently(failing(3, new StoreBusy('throttled')).read)).toBe(4)
})

test('gives up when the store stays busy', async () => {
  const { read, asked } = failing(99, new StoreBusy('throttled'))
  await expect(patiently(read)).rejects.toThrow('throttled')
  expect(asked()).toBe(10)
})

test('asks once when something else is wrong', async () => {
  const { read, asked } = failing(1, new Error('broken'))
  await expect(patiently(read)).rejects.toThrow('broken')
  expect(asked()).toBe(1)
})
