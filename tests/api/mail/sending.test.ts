import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFollowUp } from '../../../functions/follow-up/work.ts'
import { createChangeFollower, setAside } from '../../../functions/local/follow-changes.ts'
import { answerMailPage } from '../../../functions/local/mail-page.ts'
import { sentMail } from '../../../functions/local/sent-mail.ts'
import type { WorkLine } from '../../../functions/mail/mail-deps.ts'
import { createMailSender } from '../../../functions/mail/work.ts'
import { type Aftermath, openAftermath, waitingMails } from '../../support/aftermath.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { file, type Flow } from '../../support/activity-flow.ts'

let app: TestApp
let after: Aftermath
beforeEach(async () => {
  app = await openTestApp()
  after = await openAftermath(app)
})
afterEach(() => app.close())

async function submitted(): Promise<Flow> {
  const flow = await file(app)
  await flow.move('anmalare', 'submit')
  return flow
}

async function changePerson(userId: string, change: object): Promise<void> {
  const path = `/api/people/${app.people[userId]}`
  const { body } = await app.as('admin').get(path)
  const answer = await app
    .as('admin')
    .put(path, { data: { ...body.data, ...change } }, { 'If-Match': `"${body.revision}"` })
  expect(answer.status).toBe(200)
}

async function movePerson(by: string, userId: string, transition: string): Promise<void> {
  const path = `/api/people/${app.people[userId]}`
  const { body } = await app.as(by).get(path)
  const move = { transition, comment: 'Har slutat.' }
  const answer = await app.as(by).post(`${path}/transitions`, move, { 'If-Match': `"${body.revision}"` })
  expect(answer.status).toBe(200)
}

/** Messages through the sender of its own, as the queue would hand them over. */
async function hand(...bodies: (object | string)[]) {
  const lines: WorkLine[] = []
  const handler = createMailSender(app.core, { send: async () => {} }, 'https://forteckna.test', (line) =>
    lines.push(line),
  )
  const Records = bodies.map((body, at) => ({
    messageId: `message-${at}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })) as SQSRecord[]
  const { batchItemFailures } = await handler({ Records } as SQSEvent)
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), lines }
}

const event = (eventType: string, id: string, more: object = {}) => ({
  eventType,
  mail: { tags: { mail: [id] } },
  ...more,
})

/** The id of the mail that somebody was sent last. */
async function lastMail(userId: string): Promise<string> {
  const { items } = await app.store.query('mail#settled', { limit: 1000 })
  const mine = items.filter(({ body }) => (body as { sentTo?: string }).sentTo === app.people[userId])
  return mine.at(-1)?.sk ?? ''
}

/** People whom the administrator is told of, since their address takes no mail. */
async function withoutMail(): Promise<string[]> {
  const { body } = await app.as('admin').get('/api/directory/findings')
  const items = body.items as { rule: string; target: { id: string } }[]
  return items.filter(({ rule }) => rule === 'GO-08').map(({ target }) => target.id)
}

describe('an address that takes no mail', () => {
  it.each([
    ['a bounce', event('Bounce', '', { bounce: { bounceType: 'Permanent' } }), 'bounce'],
    ['a complaint', event('Complaint', ''), 'complaint'],
  ])('is not written to again after %s, until the person has another', async (_what, told, why) => {
    await submitted()
    await after.told()
    const id = await lastMail('chef')
    const news = { ...told, mail: { tags: { mail: [id] } } }
    expect((await hand(news, { detail: news })).failed).toEqual([])
    const flow = await submitted()
    const { number } = flow.now()
    expect(await after.told()).toContain(`chef -> samordnare attest ${number}`)
    expect(after.lines).toContainEqual(expect.objectContaining({ what: 'personNotWrittenTo', why }))
    expect(await withoutMail()).toEqual([app.people['chef']])
    await changePerson('chef', { email: 'ny.adress@region.example' })
    expect(await withoutMail()).toEqual([])
    const { number: next } = (await submitted()).now()
    expect(await after.told()).toContain(`chef attest ${next}`)
  })

  it('is forgotten with the language and the key of unsaved text when the person is erased', async () => {
    const id = app.people['chef'] ?? ''
    const rows = [
      { pk: 'mail#unreachable', sk: id },
      { pk: `language#${id}`, sk: 'head' },
      { pk: `stash#${id}`, sk: 'head' },
    ]
    await app.store.commit(
      rows.map((key) => ({ put: { ...key, body: 'en' } })),
      'beside',
    )
    await movePerson('admin', 'chef', 'end')
    await movePerson('dso', 'chef', 'erase')
    await after.told()
    expect(await app.store.getMany(rows)).toEqual([])
  })

  it('is still written to after a bounce that may pass', async () => {
    await submitted()
    await after.told()
    await hand(event('Bounce', await lastMail('chef'), { bounce: { bounceType: 'Transient' } }))
    const flow = await submitted()
    expect(await after.told()).toContain(`chef attest ${flow.now().number}`)
  })
})

describe('a person who cannot be written to', () => {
  it('is passed over for the coordinator of the unit when there is no address', async () => {
    await changePerson('anmalare', { email: undefined })
    const flow = await submitted()
    expect(await after.told()).toContain(`anmalare -> samordnare receipt ${flow.now().number}`)
  })

  it('or has ended, and for nobody when there is no coordinator either: the log says so', async () => {
    const flow = await submitted()
    for (const userId of ['anmalare', 'samordnare']) await movePerson('admin', userId, 'end')
    expect(await after.told()).toEqual(
      expect.arrayContaining([`anmalare receipt ${flow.now().number} nobody`, `chef attest ${flow.now().number}`]),
    )
    expect(after.lines.filter(({ what }) => what === 'personNotWrittenTo' || what === 'mailToNobody')).not.toEqual([])
    expect(JSON.stringify(after.lines)).not.toMatch(/@|Lindkvist/)
  })
})

describe('messages of the mail queue', () => {
  it('that are none fail one by one, beside others that are done', async () => {
    await submitted()
    app.changes.forget(Number.MAX_SAFE_INTEGER)
    const result = await hand('no json', 'null', {}, { mail: 7 }, { mail: 'm_unknown' }, { eventType: 'Open' })
    expect(result.failed).toEqual(['message-0', 'message-1', 'message-2', 'message-3'])
    expect(result.lines.filter(({ what }) => what === 'mailFailed')).toHaveLength(4)
  })

  it('of a letter whose sender died are settled by what the post tells, and not sent again', async () => {
    const dying = await openAftermath(app, { send: () => Promise.reject(new Error('no answer')) })
    await submitted()
    expect(await dying.told()).toEqual([])
    const waiting = await waitingMails(app)
    expect(waiting).toHaveLength(3)
    expect((await hand(...waiting.map(({ id }) => ({ mail: id })))).failed).toHaveLength(3)
    const news = waiting.map(({ id }) => event('Send', id))
    expect((await hand(...news, ...news)).failed).toEqual([])
    expect(await waitingMails(app)).toEqual([])
    expect((await dying.told()).length).toBe(3)
  })

  it('of a letter that nobody knows of are sent again once the claim is old', async () => {
    const dying = await openAftermath(app, { send: () => Promise.reject(new Error('no answer')) })
    await submitted()
    await dying.told()
    app.advance(11 * 60 * 1000)
    const waiting = await waitingMails(app)
    expect((await hand(...waiting.map(({ id }) => ({ mail: id })))).failed).toEqual([])
    expect(await waitingMails(app)).toEqual([])
  })
})

describe('records of the change stream', () => {
  const keys = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } })

  it('that are poison are named alone, and the others are followed', async () => {
    const flow = await submitted()
    const lines: WorkLine[] = []
    const handler = createFollowUp(app.core, { send: async () => [] }, (line) => lines.push(line))
    const { batchItemFailures } = await handler({
      Records: [
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '1', Keys: keys('activity#act_none', 'rev#00000003') } },
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '2', Keys: keys('activity#act_none', 'rev#none') } },
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '3' } },
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '4', Keys: keys('equipment#equ_1', 'rev#00000001') } },
        { eventName: 'REMOVE', dynamodb: { SequenceNumber: '5', Keys: keys('mail#pending', 'm_1') } },
        { eventName: 'INSERT', dynamodb: { SequenceNumber: '6', Keys: keys(`activity#${flow.id}`, 'rev#00000002') } },
      ],
    })
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['1', '2', '3'])
    expect(lines.map(({ what }) => what)).toEqual(Array(3).fill('followUpFailed'))
    expect(await waitingMails(app)).toHaveLength(3)
  })

  it('that stay poison are set aside locally, where the page shows them, and the rest goes on', async () => {
    await app.store.commit(
      [{ put: { pk: 'activity#act_broken', sk: 'rev#00000009', body: { broken: true } } }],
      'poison',
    )
    const flow = await submitted()
    const lines: WorkLine[] = []
    const { store, now } = app.core.deps
    const queue = { send: async () => [] }
    const handler = createFollowUp(app.core, queue, () => {})
    const report = (line: WorkLine) => lines.push(line)
    const newId = () => app.core.deps.newId('x')
    const follower = createChangeFollower({ store, feed: app.changes, handler, now, newId, report })
    for (let tries = 0; tries < 20 && app.changes.changes(1).length > 0; tries++) await follower.step()
    expect(app.changes.changes(10)).toEqual([])
    expect((await app.store.query(setAside)).items.map(({ sk }) => sk)).toEqual(['activity#act_broken#rev#00000009'])
    expect(lines).toEqual([expect.objectContaining({ what: 'changeSetAside' })])
    expect((await waitingMails(app)).map(({ recordId }) => recordId)).toEqual(Array(3).fill(flow.id))
  })
})

describe('the outbox page', () => {
  const open = (path: string, accept = 'sv') =>
    answerMailPage(
      {
        method: 'GET',
        url: `http://localhost:3000${path}`,
        headers: new Headers({ 'accept-language': accept }),
        body: null,
      },
      () => sentMail(app.store, app.core.deps.engine, 'http://localhost:3000'),
      ['/assets/app.css'],
    )

  it('shows to whom, subject and a link that works, newest first, in both languages, with nothing to run', async () => {
    const flow = await submitted()
    await after.told()
    const page = String((await open('/dev/mail'))?.body)
    expect(page).toContain('<html lang="sv"')
    expect(page).toContain(`<a href="http://localhost:3000/granska/${flow.id}" title=`)
    expect(page).toContain('Samira Haddad (samordnare@region.example)')
    expect(page).toContain(`>Förteckna: ${flow.now().number}</a>`)
    expect(page).not.toMatch(/<script/)
    expect(String((await open('/dev/mail?language=en'))?.body)).toContain('Outgoing mail')
    expect(String((await open('/dev/mail', 'en'))?.body)).toContain('<html lang="en"')
  })

  it('is there before anything has gone out, and nowhere else', async () => {
    expect(String((await open('/dev/mail'))?.body)).toContain('Inget mejl har gått ut än')
    expect(await open('/dev/mailbox')).toBeUndefined()
  })
})
