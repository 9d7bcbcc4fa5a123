import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { file, register, type Flow } from '../../support/activity-flow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function beforeOfficer(change: object = {}): Promise<Flow> {
  const flow = await file(app, change)
  await flow.move('anmalare', 'submit')
  await flow.move('samordnare', 'take')
  await flow.move('chef', 'attest')
  await flow.move('samordnare', 'forward')
  return flow
}

describe('registering and keeping', () => {
  it('puts the record in force, due for review in twelve months, with the controller as it is now', async () => {
    const flow = await beforeOfficer()
    const body = await flow.move('dso', 'register')
    expect(body).toMatchObject({
      state: 'registered',
      registeredRevision: body.revision,
      data: {
        registeredBy: app.people['dso'],
        nextReviewDate: '2027-11-21',
        contacts: { controller: 'Hälso- och sjukvårdsnämnden', dpoPersonId: app.people['dso'] },
      },
    })
    expect((await app.as('revisor').get(flow.path)).body).toMatchObject({ state: 'registered' })
  })

  it('asks for a remark on each grave finding, takes the comment for one on all, and lets nobody else write one', async () => {
    const flow = await beforeOfficer({ informationStatus: 'no' })
    const refused = await flow.try('dso', 'register')
    expect([refused.status, refused.body.missing]).toMatchObject([
      409,
      [
        {
          rule: 'PA-22',
          source: expect.stringContaining('DSF 13'),
          detail: expect.stringMatching(/^Skriv ett påpekande innan du registrerar\. .+/),
        },
      ],
    ])
    expect((await flow.try('samordnare', 'register')).status).toBe(403)
    const body = await flow.move('dso', 'register', { comment: 'Informera patienterna senast i januari.' })
    expect(body.remarks).toMatchObject([
      { text: 'Informera patienterna senast i januari.', by: app.people['dso'], ruleIds: ['PA-22'] },
    ])
    for (const userId of ['samordnare', 'chef', 'anmalare']) {
      expect((await flow.try(userId, 'remark', { data: { text: 'Egen' } })).status).toBe(403)
      expect((await flow.try(userId, 'closeRemark', { data: { remarkId: body.remarks[0].id } })).status).toBe(403)
    }
    await flow.move('chef', 'answerRemark', { data: { remarkId: body.remarks[0].id, text: 'Klart i december.' } })
    const waits = async (): Promise<boolean> =>
      (await app.as('dso').get('/api/tasks')).body.items.some(
        (task: { what: string; id: string }) => task.what === 'remarkAnswered' && task.id === flow.id,
      )
    expect(await waits()).toBe(true)
    expect(
      (await flow.move('dso', 'closeRemark', { data: { remarkId: body.remarks[0].id } })).remarks[0],
    ).toMatchObject({ answer: { text: 'Klart i december.' }, closedAt: expect.any(String) })
    expect(await waits()).toBe(false)
    expect((await flow.try('dso', 'closeRemark', { data: { remarkId: 'nonsense' } })).status).toBe(403)
  })

  it('is blocked by what DSF 30.1 a-e asks for, each named with its source', async () => {
    const flow = await beforeOfficer()
    await flow.move('dso', 'return', { comment: 'Beskriv ändamålet.' })
    await flow.change('anmalare', { purposes: [{ ...flow.now().data.purposes[0], text: 'Påminna patienter.' }] })
    const { status, body } = await flow.try('anmalare', 'submit', { comment: 'Så här.' })
    expect([status, body.missing[0]]).toMatchObject([409, { pointer: '/purposes/0/text' }])
  })

  it('registers an editorial change at once and sends a material one to review', async () => {
    const flow = await register(app)
    await flow.move('dso', 'revise', { comment: 'Stavfel' })
    await flow.change('dso', { name: 'SMS-påminnelser inför återbesök' })
    const first = await flow.move('dso', 'register')
    expect(first).toMatchObject({ state: 'registered', registeredRevision: first.revision })
    expect((await app.as('revisor').get(`${flow.path}/revisions?limit=1`)).body.items[0]).toMatchObject({
      editorial: true,
      registered: true,
    })
    await flow.move('samordnare', 'revise', { comment: 'Ny mottagare' })
    await flow.change('samordnare', {
      noRecipients: false,
      recipients: [{ category: 'Anhöriga', legalSupport: 'Samtycke' }],
      initiatorStatement: true,
    })
    const refused = await flow.try('samordnare', 'register')
    expect([refused.status, refused.body.missing[0].rule]).toEqual([409, 'materialChange'])
    expect((await flow.move('anmalare', 'submit')).state).toBe('coordinatorReview')
  })

  it('says that the impact assessment is older than what it weighs, until the assessment is renewed', async () => {
    const assessed = { result: 'Godtagbar risk', dpoAdviceAt: '2026-09-20' }
    const flow = await register(app, { dpiaId: { ...assessed, diaryNumber: 'RS 1', date: '2026-10-01' } })
    const outdated = (): boolean => flow.now().findings.some((finding: { rule: string }) => finding.rule === 'DP-03')
    const again = async (change: object): Promise<void> => {
      await flow.move('anmalare', 'revise', { comment: 'Ändring' })
      await flow.change('anmalare', { ...change, initiatorStatement: true })
      await flow.move('anmalare', 'submit')
      await flow.move('chef', 'attest')
      await flow.move('samordnare', 'forward')
      await flow.move('dso', 'register', { comment: 'Bedömningen behöver ses över.' })
    }
    expect(outdated()).toBe(false)
    await again({ volume: 'v1', diaryNumber: 'RS 7' })
    expect(outdated()).toBe(false)
    await again({ noRecipients: false, recipients: [{ category: 'Anhöriga', legalSupport: 'Samtycke' }] })
    expect(outdated()).toBe(true)
    await again({ dpiaId: { ...assessed, diaryNumber: 'RS 2', date: '2026-11-01' } })
    expect(outdated()).toBe(false)
  })

  it('ends when the manager says so and the officer confirms, is archived, and is opened again', async () => {
    const flow = await register(app)
    const incomplete = await flow.try('chef', 'end', { data: { endedAt: '2027-01-01' } })
    expect([incomplete.status, incomplete.body.missing.map((item: { pointer: string }) => item.pointer)]).toEqual([
      409,
      ['/endedAt', '/endReason', '/endDisposition'],
    ])
    const ending = {
      endedAt: '2026-11-20',
      endReason: 'Ersatt av regionens gemensamma tjänst',
      endDisposition: 'destroyed',
    }
    const early = await flow.try('chef', 'end', { data: ending })
    expect(early.body.missing).toMatchObject([{ pointer: '/endedAt' }])
    await flow.move('dso', 'revise', { comment: 'Startdatumet var fel' })
    await flow.change('dso', { startDate: '2026-01-01' })
    await flow.move('dso', 'register')
    expect(await flow.move('chef', 'end', { data: ending })).toMatchObject({
      state: 'registered',
      proposed: { transition: 'end' },
    })
    const { body: tasks } = await app.as('dso').get('/api/tasks')
    expect(tasks.items).toContainEqual(expect.objectContaining({ what: 'confirmEnd', id: flow.id }))
    expect(await flow.move('dso', 'end')).toMatchObject({ state: 'ended', data: ending })
    expect((await app.as('revisor').get(flow.path)).body.state).toBe('ended')
    expect((await app.as('revisor').get(`${flow.path}?asOf=2026-11-21T23:00:00Z`)).status).toBe(404)
    expect((await flow.try('registrator', 'archive')).status).toBe(409)
    expect((await flow.move('registrator', 'archive', { data: { archiveRef: 'E-arkiv 77' } })).state).toBe('archived')
    expect((await flow.try('registrator', 'reopen', { comment: 'Fel' })).status).toBe(403)
    expect(await flow.move('dso', 'reopen', { comment: 'Den pågår ännu' })).toMatchObject({ state: 'registered' })
  })

  it('confirms unchanged by the contact or manager, and moves the next date on', async () => {
    const flow = await register(app)
    expect((await flow.try('revisor', 'confirm')).status).toBe(403)
    const body = await flow.move('chef', 'confirm', { data: { reviewedFields: ['purposes', 'recipients'] } })
    expect(body).toMatchObject({
      state: 'registered',
      registeredRevision: body.revision,
      data: { lastReviewedBy: app.people['chef'], nextReviewDate: '2027-11-21' },
    })
  })
})
