import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStashes, shutStashes, stashAt } from '../../../../web/stash/stash.ts'

const dayMs = 24 * 60 * 60 * 1000
const keyOfMine = randomBytes(32).toString('base64url')
const keyOfTheirs = randomBytes(32).toString('base64url')

/** A browser's memory: its keys are its own members, as in a browser. */
function memory(): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(kept, key) ? kept[key]! : null),
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  }
  const kept = Object.create(methods) as { [key: string]: string }
  return kept as unknown as Storage
}

/** The page is left and opened again by whoever signs in. */
async function openAgain(personId: string, key: string | undefined, nowMs = Date.now()): Promise<void> {
  await shutStashes()
  await openStashes(personId, key, nowMs)
}

const draft = () => stashAt<{ text: string }>('draft.new')

beforeEach(async () => {
  vi.stubGlobal('localStorage', memory())
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  await openAgain('per_me', keyOfMine)
})

describe('what has been written and not saved', () => {
  it('is there again for the person who wrote it, and stands in the browser as nothing that can be read', async () => {
    for (const text of ['H', 'He', 'Hemligt om patient']) draft().set({ text })
    expect(draft().get()).toEqual({ text: 'Hemligt om patient' })
    await openAgain('per_me', keyOfMine)
    expect(draft().get()).toEqual({ text: 'Hemligt om patient' })
    expect(JSON.stringify({ ...localStorage })).not.toContain('Hemligt')
    expect(Object.keys(localStorage)).toEqual(['forteckna.unsaved.draft.new'])
  })

  it('is not there for others, and is still there for the one who wrote it when they have been here', async () => {
    draft().set({ text: 'mitt' })
    await openAgain('per_they', keyOfTheirs)
    expect(draft().get()).toBeUndefined()
    await openAgain('per_me', keyOfMine)
    expect(draft().get()).toEqual({ text: 'mitt' })
  })

  it('opens with no other key, in no other place and not when it has been changed; then it is thrown away', async () => {
    const place = 'forteckna.unsaved.draft.new'
    const spoil: (() => [string, string, string])[] = [
      () => [place, localStorage.getItem(place)!, keyOfTheirs],
      () => ['forteckna.unsaved.draft.other', localStorage.getItem(place)!, keyOfMine],
      () => [place, localStorage.getItem(place)!.replace(/"sealed":"./, '"sealed":"!'), keyOfMine],
      () => [place, '{"personId":"per_me","at":1e15,"sealed":""}', keyOfMine],
      () => [place, 'no JSON', keyOfMine],
    ]
    for (const each of spoil) {
      draft().set({ text: 'mitt' })
      await shutStashes()
      const [at, kept, key] = each()
      localStorage.removeItem(place)
      localStorage.setItem(at, kept)
      await openStashes('per_me', key, Date.now())
      expect(stashAt(at.slice('forteckna.unsaved.'.length)).get()).toBeUndefined()
      expect(Object.keys(localStorage)).toEqual([])
      await openAgain('per_me', keyOfMine)
    }
  })

  it('is gone when it has been saved, also while it was being sealed', async () => {
    draft().set({ text: 'mitt' })
    draft().clear()
    await openAgain('per_me', keyOfMine)
    expect(draft().get()).toBeUndefined()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('is thrown away after thirty days, whoever wrote it', async () => {
    draft().set({ text: 'mitt' })
    await openAgain('per_they', keyOfTheirs, Date.now() + 29 * dayMs)
    expect(Object.keys(localStorage)).toHaveLength(1)
    await openAgain('per_they', keyOfTheirs, Date.now() + 31 * dayMs)
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('is kept for as long as the page is open where there is no key, and nowhere in the browser', async () => {
    await openAgain('per_me', undefined)
    draft().set({ text: 'mitt' })
    expect(draft().get()).toEqual({ text: 'mitt' })
    expect(Object.keys(localStorage)).toEqual([])
  })
})
