import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../web/api/problem.ts'
import { createDraft, type Draft } from '../../../../web/notification/draft.ts'
import { draftWorld, type DraftWorld } from './draft-world.ts'

function opened(world: DraftWorld, data = {}): Draft {
  world.server.put(data)
  return createDraft({ record: world.server.record(), data, saved: data }, world.deps)
}

describe('a new notification', () => {
  it('is not created until something is answered', async () => {
    const world = draftWorld()
    const start = { registerRole: 'controller' as const }
    const draft = createDraft({ record: undefined, data: start, saved: start }, world.deps)
    await draft.flush()
    expect(world.server.requests).toEqual([])
    draft.edit({ ...start, name: 'Journal' })
    await world.passTime()
    expect(world.server.requests).toEqual(['create key-1'])
    expect(draft.view().record?.data).toEqual({ registerRole: 'controller', name: 'Journal' })
  })

  it('is created once although the answer to the first attempt is lost', async () => {
    const world = draftWorld()
    const draft = createDraft({ record: undefined, data: {}, saved: {} }, world.deps)
    world.server.loseNextAnswer()
    draft.edit({ name: 'Journal' })
    await world.passTime()
    expect(draft.view().status).toBe('offline')
    await world.passTime()
    expect(world.server.requests).toEqual(['create key-1', 'create key-1'])
    expect(world.server.created).toBe(1)
    expect(draft.view().status).toBe('saved')
  })
})

describe('saving', () => {
  it('waits for a pause in the writing and sends the last words once', async () => {
    const world = draftWorld()
    const draft = opened(world)
    for (const name of ['J', 'Jo', 'Jou']) draft.edit({ name })
    expect(draft.view().status).toBe('waiting')
    await world.passTime()
    expect(world.server.requests).toEqual(['update 1'])
    expect(world.server.record().data).toEqual({ name: 'Jou' })
    expect(draft.view().status).toBe('saved')
  })

  it('has one request under way at a time and then sends what was written meanwhile', async () => {
    const world = draftWorld()
    const draft = opened(world)
    draft.edit({ name: 'a' })
    const first = draft.flush()
    draft.edit({ name: 'ab' })
    await first
    await world.passTime()
    expect(world.server.mostAtOnce).toBe(1)
    expect(world.server.record().data).toEqual({ name: 'ab' })
  })

  it('does not ask the server when nothing has changed', async () => {
    const world = draftWorld()
    const draft = opened(world, { name: 'a' })
    draft.edit({ name: 'a' })
    await world.passTime()
    expect(world.server.requests).toEqual([])
  })

  it('keeps the text, says so and tries again when the network is gone', async () => {
    const world = draftWorld()
    const draft = opened(world)
    world.server.fail(new Problem({ status: 0, code: 'offline', title: '' }))
    draft.edit({ name: 'utan nät' })
    await world.passTime()
    expect(draft.view()).toMatchObject({ status: 'offline', data: { name: 'utan nät' } })
    expect(world.stashed()?.data).toEqual({ name: 'utan nät' })
    world.server.fail(undefined)
    await world.passTime()
    expect(draft.view().status).toBe('saved')
    expect(world.stashed()).toBeUndefined()
  })

  it('stops and keeps the text when the session has ended', async () => {
    const world = draftWorld()
    const draft = opened(world)
    world.server.fail(new Problem({ status: 401, code: 'unauthenticated', title: '' }))
    draft.edit({ name: 'efter utloggning' })
    await world.passTime()
    await world.passTime()
    expect(draft.view().status).toBe('signedOut')
    expect(world.server.requests).toEqual(['update 1'])
    expect(world.stashed()?.data).toEqual({ name: 'efter utloggning' })
  })

  it('stops when somebody has sent the notification meanwhile', async () => {
    const world = draftWorld()
    const draft = opened(world)
    world.server.fail(new Problem({ status: 409, code: 'transition-refused', title: '' }))
    draft.edit({ name: 'för sent' })
    await world.passTime()
    expect(draft.view().status).toBe('closed')
    expect(draft.hasUnsaved()).toBe(true)
  })
})

describe('an answer that may not be stored', () => {
  it('stays in the form while the rest is saved', async () => {
    const world = draftWorld({
      wrong: (data) => (data.consentRoutine?.includes('19121212-1212') ? ['/consentRoutine'] : []),
    })
    const draft = opened(world, { consentRoutine: 'Blankett' })
    draft.edit({ consentRoutine: 'Blankett 19121212-1212', name: 'Journal' })
    await world.passTime()
    expect(world.server.record().data).toEqual({ consentRoutine: 'Blankett', name: 'Journal' })
    expect(draft.view().data.consentRoutine).toBe('Blankett 19121212-1212')
    expect(draft.hasUnsaved()).toBe(true)
    draft.edit({ consentRoutine: 'Ny blankett', name: 'Journal' })
    await world.passTime()
    expect(world.server.record().data).toEqual({ consentRoutine: 'Ny blankett', name: 'Journal' })
  })

  it('is held back when only the server finds it wrong, and is sent again once it is changed', async () => {
    const world = draftWorld()
    const draft = opened(world)
    world.server.refuse('/startDate', 'Datumet finns inte')
    draft.edit({ startDate: '2027-02-30', name: 'Journal' })
    await world.passTime()
    expect(world.server.record().data).toEqual({ name: 'Journal' })
    expect([...draft.view().refused]).toEqual([['/startDate', 'Datumet finns inte']])
    world.server.refuse(undefined, '')
    draft.edit({ startDate: '2027-02-28', name: 'Journal' })
    await world.passTime()
    expect(draft.view().refused.size).toBe(0)
    expect(world.server.record().data).toEqual({ startDate: '2027-02-28', name: 'Journal' })
  })
})

describe('two who write at once', () => {
  it('keep both when they answer different questions', async () => {
    const world = draftWorld()
    const draft = opened(world, { name: 'Journal' })
    world.server.put({ name: 'Journal', volume: 'v2' })
    draft.edit({ name: 'Journalen' })
    await world.passTime()
    expect(world.server.record().data).toEqual({ name: 'Journalen', volume: 'v2' })
    expect(draft.view()).toMatchObject({ status: 'saved', conflicts: [] })
  })

  it('never overwrite the same answer silently', async () => {
    const world = draftWorld()
    const draft = opened(world, { name: 'Journal' })
    world.server.put({ name: 'Deras' })
    draft.edit({ name: 'Min', volume: 'v1' })
    await world.passTime()
    expect(draft.view().status).toBe('conflict')
    expect(draft.view().conflicts).toMatchObject([{ field: 'name', mine: 'Min', theirs: 'Deras', by: 'per_other' }])
    expect(world.server.record().data).toEqual({ name: 'Deras', volume: 'v1' })
  })

  it('choose which answer stands', async () => {
    for (const [choice, name] of [
      ['mine', 'Min'],
      ['theirs', 'Deras'],
    ] as const) {
      const world = draftWorld()
      const draft = opened(world, { name: 'Journal' })
      world.server.put({ name: 'Deras' })
      draft.edit({ name: 'Min' })
      await world.passTime()
      draft.resolve('name', choice)
      await world.passTime()
      expect(draft.view()).toMatchObject({ status: 'saved', conflicts: [], data: { name } })
      expect(world.server.record().data).toEqual({ name })
    }
  })
})
