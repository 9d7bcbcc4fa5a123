import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCheckpointHandler } from '../../../functions/checkpoint/handler.ts'
import { openKeyFile } from '../../../functions/checkpoint/key-file-signer.ts'
import { localHeads } from '../../../functions/checkpoint/local.ts'
import { createFollowUp } from '../../../functions/follow-up/work.ts'
import { createWorkHandler } from '../../../functions/intake-work/handler.ts'
import { metricLine } from '../../../functions/http/metric-line.ts'
import { pendingMail } from '../../../functions/mail/mail.ts'
import { createMailSender } from '../../../functions/mail/work.ts'
import { createNightly } from '../../../functions/nightly/work.ts'
import type { Item, Write } from '../../../functions/store/store.ts'
import { createWorkLog } from '../../../functions/work-log.ts'
import { activeAgreement } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { file } from '../../support/activity-flow.ts'
import { type CapturedOutput, captureOutput } from '../../support/captured-output.ts'
import { queueEvent, streamEvent } from '../../support/lambda-events.ts'

/** Stands for a name, a number, a diagnosis: wherever it is put, no log may show it. */
const canary = 'kanarie7731'
const dayMs = 24 * 60 * 60 * 1000

let app: TestApp
let output: CapturedOutput
let lines: string[]
const write = (text: string): void => void lines.push(text)
const failing = async (): Promise<never> => {
  throw new Error(`${canary} is refused`, { cause: new TypeError(canary) })
}

beforeEach(async () => {
  app = await openTestApp()
  lines = []
  output = captureOutput()
})
afterEach(async () => {
  output.end()
  await app.close()
})

const log = (service: string) => createWorkLog(service, write, Date.now)
const logged = (): string => [...lines, output.text()].join('\n').toLowerCase()

/** Records that hold the canary wherever somebody writes, told of to people who have it in name and address. */
async function planted(): Promise<void> {
  const admin = app.as('admin')
  for (const userId of ['chef', 'samordnare', 'avtal']) {
    const path = `/api/people/${app.people[userId]}`
    const { body } = await admin.get(path)
    const data = { ...body.data, displayName: canary, email: `${canary}.${userId}@region.example` }
    expect((await admin.put(path, { data }, { 'If-Match': `"${body.revision}"` })).status).toBe(200)
  }
  const flow = await file(app, { name: canary, securityDescription: canary, unlistedSystems: [canary] })
  await flow.move('anmalare', 'submit')
  await flow.move('samordnare', 'take')
  await flow.comment('samordnare', canary)
  await flow.move('samordnare', 'return', { comment: canary })
  await activeAgreement(app, { counterparty: `${canary} AB`, validTo: '2027-01-01', noticeMonths: 1 })
}

/** Everything in the table as its stream would tell of it. */
async function everythingTold(): Promise<DynamoDBStreamEvent> {
  const { items } = await app.store.scan()
  const keys = items.map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } }))
  const told = keys.map((one, at) => ({ eventName: 'INSERT' as const, keys: one, sequence: at + 1 }))
  return streamEvent('records', told) as DynamoDBStreamEvent
}

const messages = (bodies: readonly (object | string)[]): SQSEvent =>
  queueEvent(
    'work',
    bodies.map((body, at) => ({
      id: `message-${at}`,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      received: 1,
      sentAt: Date.now(),
    })),
  ) as SQSEvent

describe('no line of what events start shows a person', () => {
  it('when changes are followed, also where the queue and the store fail and records are malformed', async () => {
    await planted()
    const refusing = { send: async (ids: readonly string[]) => ids.map((id) => ({ id, error: new Error(canary) })) }
    await createFollowUp(app.core, refusing, log('follow-up'))(await everythingTold())
    await createFollowUp(app.core, refusing, log('follow-up'))(await everythingTold())
    const blind = { ...app.core, deps: { ...app.core.deps, store: { ...app.store, get: failing, getMany: failing } } }
    await createFollowUp(blind, refusing, log('follow-up'))(await everythingTold())
    const poison = [
      { sk: { S: `rev#${canary}` } },
      { pk: { S: canary }, sk: { S: `rev#${canary}` } },
      { pk: { S: '' } },
    ]
    const told = poison.map((keys, at) => ({ eventName: 'INSERT' as const, keys: keys as never, sequence: at + 1 }))
    await createFollowUp(app.core, refusing, log('follow-up'))(streamEvent('records', told) as DynamoDBStreamEvent)
    expect(lines.length).toBeGreaterThan(5)
    expect(logged()).toContain('followupfailed')
    expect(logged()).not.toContain(canary)
  })

  it('when letters are sent, refused and bounced, and messages are none', async () => {
    await planted()
    await createFollowUp(app.core, { send: async () => [] }, log('follow-up'))(await everythingTold())
    const { items } = await app.store.query(pendingMail)
    expect(items.length).toBeGreaterThan(1)
    const mails = items.map(({ sk }) => ({ mail: sk }))
    const bounce = (id: string) => ({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent' },
      mail: { tags: { mail: [id] } },
    })
    const origin = 'https://forteckna.test'
    const refused = createMailSender(app.core, { send: failing }, origin, log('mail'))
    expect((await refused(messages(mails))).batchItemFailures).toHaveLength(mails.length)
    app.advance(dayMs)
    const sending = createMailSender(app.core, { send: async () => {} }, origin, log('mail'))
    await sending(messages([...mails, ...items.map(({ sk }) => bounce(sk)), bounce(canary), bounce(`${canary}@x`)]))
    await sending(
      messages([canary, `{"mail": "${canary}`, { mail: canary }, { eventType: canary }, { mail: [canary] }]),
    )
    expect(logged()).toContain('addressunreachable')
    expect(logged()).not.toContain(canary)
  })

  it('when the nights pass, and one of them fails', async () => {
    await planted()
    const night = createNightly(app.core, log('nightly'))
    for (let nights = 0; nights < 3; nights++) {
      app.advance(20 * dayMs)
      await night(() => true)
    }
    const blind = {
      ...app.core,
      deps: { ...app.core.deps, store: { ...app.store, getMany: failing, commit: failing } },
    }
    app.advance(20 * dayMs)
    await createNightly(blind, log('nightly'))(() => true).catch(() => {})
    expect(lines.length).toBeGreaterThan(2)
    expect(logged()).not.toContain(canary)
  })

  it('when history is sealed and does not fit the seal before', async () => {
    await planted()
    const signer = openKeyFile(`${app.dir}/key.pem`)
    const handler = createCheckpointHandler({
      store: app.store,
      heads: localHeads(app.dir),
      signer,
      now: app.core.deps.now,
      log: write,
    })
    await handler()
    const { items } = await app.store.scan()
    const change = (found: Item | undefined): Write => ({
      put: { ...(found as Item), body: { text: canary, hash: canary } },
    })
    const notes = items.find(({ sk }) => sk.startsWith('note#'))
    const head = items.find(({ pk, sk }) => pk.startsWith('activity#') && sk === 'head')
    await app.store.commit([change(notes), change(head)], crypto.randomUUID())
    app.advance(dayMs)
    await handler()
    expect(lines.at(-1)).toContain('"CheckpointFaults":2')
    expect(logged()).not.toContain(canary)
  })

  it('when imports are worked on and messages are none', async () => {
    const report = (figures: object, beside: object) =>
      write(metricLine('intake-work', Date.now(), { ...figures }, { ...beside }))
    const deps = {
      ...app.intake.deps,
      tallies: app.intake.tallies,
      queue: { send: failing },
      jobs: { ...app.intake.deps.jobs, get: failing },
    }
    const handler = createWorkHandler({
      deps: deps as never,
      receives: 3,
      postpone: async () => {},
      meter: app.meter,
      report,
    })
    const id = `imp_${'0'.repeat(26)}`
    const key = { s3: { object: { key: `imports/${canary}/upload` } } }
    const bodies = [canary, { step: canary, id }, { step: 'go', id }, { step: 'chunk', id: canary }, { Records: [key] }]
    const { batchItemFailures } = await handler(messages(bodies), { getRemainingTimeInMillis: () => 60_000 })
    expect(batchItemFailures.length).toBe(bodies.length)
    expect(lines).toHaveLength(bodies.length)
    expect(logged()).not.toContain(canary)
  })

  it('and this test would see one', () => {
    log('mail')({ what: canary })
    expect(logged()).toContain(canary)
  })
})
