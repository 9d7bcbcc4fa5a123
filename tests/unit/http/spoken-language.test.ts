import { afterAll, expect, it } from 'vitest'
import { join } from 'node:path'
import { createSessions } from '../../../functions/http/session.ts'
import { languageOf } from '../../../functions/mail/language.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

it('writes to people in the language they chose last, also when they have signed out, and in Swedish to others', async () => {
  const store = openEmbeddedStore({ file: join(directory.path, 'language.sqlite') })
  const sessions = createSessions({ store, now: () => '2026-11-22T06:00:00.000Z' })
  const secret = await sessions.start('per_1', 'sv')
  expect(await languageOf(store, 'per_1')).toBe('sv')
  expect(await sessions.setLanguage(secret, 'en')).toBe(true)
  await sessions.end(secret)
  expect(await languageOf(store, 'per_1')).toBe('en')
  expect(await sessions.setLanguage(secret, 'sv')).toBe(false)
  expect(await languageOf(store, 'per_1')).toBe('en')
  expect(await languageOf(store, 'per_2')).toBe('sv')
  await store.close()
})
