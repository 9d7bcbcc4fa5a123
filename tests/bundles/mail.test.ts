import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { systemActor } from '../../functions/directory/directory.ts'
import { createLoads } from '../../functions/intake/loads.ts'
import { supplier } from '../../functions/suppliers/supplier.ts'
import { type Cloud, openCloud } from '../support/cloud.ts'
import { scheduleEvent, streamEvent } from '../support/lambda-events.ts'
import { LambdaFault } from '../support/lambda-process.ts'
import { type LocalPost, startLocalPost } from '../support/local-post.ts'
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts'
import { notification } from '../support/notification.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')

describe.skipIf(!dynamodbEndpoint)('mail through the bundles', () => {
  let cloud: Cloud
  let queue: LocalQueue
  let post: LocalPost
  beforeAll(async () => {
    queue = await startLocalQueue({ batch: 10, receives: 8, twiceEvery: 3 })
    post = await startLocalPost()
    cloud = await openCloud({
      deployment: inject('deployment'),
      dynamodbEndpoint,
      environment: { AWS_ENDPOINT_URL_SQS: queue.url, AWS_ENDPOINT_URL_SESV2: post.address },
      resource: (type) =>
        type === 'AWS::SQS::Queue' ? queue.url : type === 'AWS::SES::ConfigurationSet' ? 'settings' : undefined,
    })
  })
  afterAll(async () => {
    await cloud?.close()
    await queue?.close()
    await post?.close()
  })

  /** What the stream tells of: the revisions of a record, or the mails that wait. */
  async function told(pk: string, prefix?: string): Promise<object> {
    const { items } = await cloud.store.query(pk, { ...(prefix && { prefix }) })
    const keys = items.map((item) => ({ pk: { S: item.pk }, sk: { S: item.sk } }))
    return streamEvent(
      cloud.table,
      keys.map((one, at) => ({ eventName: 'INSERT', keys: one, sequence: at + 1 })),
    )
  }

  /** Follows a record's changes, hands its mails to the queue, and lets the queue be worked off. */
  async function follow(record?: string): Promise<void> {
    const worker = await cloud.lambda('follow-up')
    if (record) expect(await worker.invoke(await told(record, 'rev#'))).toEqual({ batchItemFailures: [] })
    expect(await worker.invoke(await told('mail#pending'))).toEqual({ batchItemFailures: [] })
    await queue.drain(await cloud.lambda('mail'))
  }

  async function submitted(): Promise<{ id: string; number: string }> {
    const anmalare = await cloud.as('anmalare')
    const data = notification(cloud, { unlistedSystems: ['SMS-tjänsten'] })
    const { body } = await anmalare.post('/api/activities', { data })
    const match = { 'if-match': `"${body.revision}"` }
    const moved = await anmalare.post(`/api/activities/${body.id}/transitions`, { transition: 'submit' }, match)
    expect(moved.status).toBe(200)
    return moved.body
  }

  const toWhom = () =>
    post.letters
      .splice(0)
      .map(({ to, subject }) => `${to[0]} ${subject}`)
      .sort()
  const expected = (number: string) =>
    ['anmalare', 'chef', 'samordnare'].map((userId) => `${userId}@region.example Förteckna: ${number}`)

  it('goes from a filed notification to each whom it concerns, once, however often it is told of', async () => {
    const { id, number } = await submitted()
    await follow(`activity#${id}`)
    const [letter] = post.letters
    expect(letter).toMatchObject({ from: 'forteckna@example.se', configurationSet: 'settings' })
    expect(letter?.text).toMatch(new RegExp(`https://forteckna.example.se/[a-z]+/${id}\n`))
    expect(toWhom()).toEqual(expected(number))
    await follow(`activity#${id}`)
    expect(toWhom()).toEqual([])
    expect(queue.dead).toEqual([])
  })

  it('is tried again when SES refuses or breaks off, and a letter that was taken is not sent twice', async () => {
    const { id, number } = await submitted()
    post.refuse(3, 429)
    await follow(`activity#${id}`)
    expect(toWhom()).toEqual(expected(number))

    const other = await submitted()
    post.refuse(1, 0)
    const worker = await cloud.lambda('follow-up')
    await worker.invoke(await told(`activity#${other.id}`, 'rev#'))
    await worker.invoke(await told('mail#pending'))
    const sender = await cloud.lambda('mail')
    await queue.drain(sender, 3)
    const [unsettled] = (await cloud.store.query('mail#pending')).items
    queue.put({ source: 'aws.ses', detail: { eventType: 'Send', mail: { tags: { mail: [unsettled?.sk] } } } })
    await queue.drain(sender)
    expect(toWhom()).toEqual(expected(other.number))
    expect((await cloud.store.query('mail#pending')).items).toEqual([])
  })

  it('reminds of a due day, once, when the schedule comes twice at once and again', async () => {
    const { engine } = cloud.core.deps
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const data = { name: 'Linden AB', ownerId: cloud.people['avtal'], nextFollowUpAt: soon }
    const { record } = await engine.create(supplier, data, systemActor())
    await silentFeed(cloud)
    const tick = scheduleEvent('nightly', new Date().toISOString())
    const night = await cloud.lambda('nightly')
    const outcomes = await Promise.all([night.invoke(tick), night.invoke(tick)])
    expect(outcomes.map(({ outcome }) => outcome)).toContain('done')
    expect(await night.invoke(tick)).toEqual({ outcome: 'earlier' })
    await expect.poll(() => night.output()).toContain('"NightlyPasses":1')
    await expect.poll(() => night.output()).toContain('"SilentFeeds":1')
    await follow()
    expect(toWhom()).toContain(`avtal@region.example Förteckna: ${record.number}`)
  })

  it('names a poison record and a malformed message alone, where an operator looks', async () => {
    const keys = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } })
    const worker = await cloud.lambda('follow-up')
    const event = streamEvent(cloud.table, [
      { eventName: 'INSERT', keys: keys('activity#act_none', 'rev#00000001'), sequence: 1 },
      { eventName: 'INSERT', keys: keys('equipment#equ_1', 'rev#00000001'), sequence: 2 },
    ])
    const { batchItemFailures } = await worker.invoke(event)
    expect(batchItemFailures).toEqual([{ itemIdentifier: '1'.padStart(21, '0') }])
    await expect.poll(() => worker.output()).toContain('"FollowUpFaults":1')
    queue.put('no json')
    const sender = await cloud.lambda('mail')
    await queue.drain(sender)
    expect(queue.dead.map(({ body }) => body)).toEqual(['no json'])
    await expect.poll(() => sender.output()).toContain('"MailFaults":1')
    await expect(worker.invoke({ nonsense: true })).rejects.toThrow(LambdaFault)
  })
})

/** A system that delivered everything it knows, for the last time three months ago. */
async function silentFeed({ core, store }: Cloud): Promise<void> {
  const completedAt = new Date(Date.now() - 90 * 86_400_000).toISOString()
  const loads = createLoads(store, () => core.deps.newId('t').slice(2), core.deps.now)
  await loads.know('skanning')
  await loads.end({ source: 'skanning', load: 'a', completedAt, named: 10, held: false, unseen: 0, seenAgain: 0 })
}
