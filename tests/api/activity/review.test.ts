import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { file, register, type Flow } from '../../support/activity-flow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function underReview(change: object = {}): Promise<Flow> {
  const flow = await file(app, change)
  await flow.move('anmalare', 'submit')
  await flow.move('samordnare', 'take')
  return flow
}

describe('reviewing a notification', () => {
  it('counts in the work list what the case itself shows, what hangs on dates included', async () => {
    const flow = await file(app, { startDate: '2026-01-15', informationStatus: 'no' })
    await flow.move('anmalare', 'submit')
    await flow.move('samordnare', 'take')
    const { body } = await app.as('samordnare').get(flow.path)
    const counts = { K: 0, H: 0, M: 0, L: 0 }
    for (const { severity } of body.findings) counts[severity as keyof typeof counts]++
    expect(body.findings.map((finding: { rule: string }) => finding.rule)).toEqual(
      expect.arrayContaining(['PA-22', 'PA-31']),
    )
    const { body: tasks } = await app.as('samordnare').get('/api/tasks')
    expect(tasks.items.find((item: { id: string }) => item.id === flow.id).findings).toEqual(counts)
  })

  it('is for the coordinator of its own administration only', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    expect((await flow.try('gunilla.ek', 'take')).status).toBe(404)
    expect((await flow.try('dso', 'take')).status).toBe(403)
    expect(await flow.move('samordnare', 'take')).toMatchObject({
      state: 'coordinatorReview',
      data: { coordinatorId: app.people['samordnare'] },
    })
  })

  it('returns it with a comment at a question, and takes it back only answered', async () => {
    const flow = await underReview()
    expect((await flow.try('samordnare', 'return')).status).toBe(409)
    await flow.comment('samordnare', 'Vilka roller behöver se uppgifterna?', '/accessGroups')
    expect(await flow.move('samordnare', 'return')).toMatchObject({
      state: 'returned',
      data: { returnDueDate: '2026-12-05' },
    })
    const { body: tasks } = await app.as('anmalare').get('/api/tasks')
    expect(tasks.items).toContainEqual(expect.objectContaining({ what: 'returned', id: flow.id, due: '2026-12-05' }))
    const { status, body } = await flow.try('anmalare', 'submit')
    expect([status, body.missing]).toMatchObject([409, [{ pointer: '/accessGroups' }]])
    await flow.change('anmalare', { accessGroups: [{ group: 'Sjuksköterskor', need: 'Ringer upp' }] })
    expect((await flow.move('anmalare', 'submit')).state).toBe('submitted')
  })

  it('takes a reply at the same question, or a comment with the submission, for an answer', async () => {
    const replied = await underReview()
    await replied.comment('samordnare', 'Varför ett år?', '/retentionRules')
    await replied.move('samordnare', 'return')
    await replied.comment('anmalare', 'Så säger dokumenthanteringsplanen.', '/retentionRules')
    expect((await replied.move('anmalare', 'submit')).state).toBe('submitted')
    const commented = await underReview()
    await commented.comment('samordnare', 'Varför ett år?', '/retentionRules')
    await commented.move('samordnare', 'return')
    expect((await commented.move('anmalare', 'submit', { comment: 'Enligt planen.' })).state).toBe('submitted')
  })

  it('forwards sensitive data only when the manager has attested', async () => {
    const flow = await underReview()
    const refused = await flow.try('samordnare', 'forward')
    expect([refused.status, refused.body.missing]).toMatchObject([
      409,
      [{ pointer: '/managerAttestation', rule: 'K2' }],
    ])
    expect((await flow.try('anmalare', 'attest')).status).toBe(403)
    const attested = await flow.move('chef', 'attest')
    expect(attested).toMatchObject({
      state: 'coordinatorReview',
      data: { managerAttestation: { personId: app.people['chef'] } },
    })
    expect(await flow.move('samordnare', 'forward', { comment: 'Bra.' })).toMatchObject({
      state: 'dpoReview',
      data: { coordinatorOpinion: 'Bra.' },
    })
  })

  it('lets the attestation lapse when the answers change materially, not when a name is spelt better', async () => {
    const flow = await underReview()
    await flow.move('chef', 'attest')
    await flow.move('samordnare', 'return', { comment: 'Rätta namnet.' })
    await flow.change('anmalare', { name: 'SMS-påminnelser inför återbesök' })
    expect(flow.now().data.managerAttestation).toBeDefined()
    await flow.change('anmalare', { noRecipients: false, recipients: [{ category: 'Anhöriga' }] })
    expect(flow.now().data.managerAttestation).toBeUndefined()
  })

  it('refuses what is not to be registered when the officer confirms what the coordinator proposes', async () => {
    const original = await register(app, { name: 'Originalet' })
    const flow = await underReview()
    expect((await flow.try('samordnare', 'refuse', { data: { reason: 'duplicate' } })).status).toBe(409)
    expect((await flow.try('samordnare', 'refuse', { data: { reason: 'silly' } })).status).toBe(422)
    const proposed = await flow.move('samordnare', 'refuse', {
      data: { reason: 'duplicate', duplicateOf: original.id },
    })
    expect(proposed).toMatchObject({
      state: 'coordinatorReview',
      proposed: { transition: 'refuse', by: app.people['samordnare'] },
    })
    await flow.move('dso', 'decline', { comment: 'Den är en egen behandling.' })
    expect(flow.now().proposed).toBeUndefined()
    await flow.move('samordnare', 'refuse', { data: { reason: 'duplicate', duplicateOf: original.id } })
    const refused = await flow.move('dso', 'refuse')
    expect(refused).toMatchObject({
      state: 'notRegistrable',
      data: { refusal: { reason: 'duplicate', duplicateOf: original.id } },
    })
    const { body } = await app.as('samordnare').get(`${original.path}/links`)
    expect(body.items).toMatchObject([{ rel: 'duplicateOf', direction: 'in', items: [{ id: flow.id }] }])
  })

  it('says when the record it is a duplicate of does not exist', async () => {
    const flow = await underReview()
    const { status, body } = await flow.try('dso', 'refuse', {
      data: { reason: 'duplicate', duplicateOf: 'act_01M7AAAAAAAAAAAAAAAAAAAAAA' },
    })
    expect([status, body.errors]).toMatchObject([422, [{ code: 'dangling-reference' }]])
  })

  it('answers 409 to a transition from another state, 422 to one that does not exist', async () => {
    const flow = await file(app)
    expect((await flow.try('samordnare', 'take')).status).toBe(409)
    expect((await flow.try('anmalare', 'constructor')).status).toBe(422)
  })

  it('hides comments from those who only read what is registered', async () => {
    const flow = await register(app)
    await flow.comment('samordnare', 'Bra beskrivet.', '/name')
    expect((await app.as('anmalare').get(`${flow.path}/comments`)).body.items).toHaveLength(1)
    expect((await app.as('revisor').get(`${flow.path}/comments`)).body.items).toEqual([])
    expect((await flow.comment('revisor', 'Hej')).status).toBe(403)
    expect((await flow.comment('anmalare', 'Det gäller 19121212-1212.')).status).toBe(422)
  })
})
