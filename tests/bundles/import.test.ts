import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { type Cloud, openCloud } from '../support/cloud.ts'
import { type CloudImports, createCloudImports } from '../support/cloud-import.ts'
import { objectCreatedEvent } from '../support/lambda-events.ts'
import type { LambdaProcess } from '../support/lambda-process.ts'
import { type LocalBucket, startLocalBucket } from '../support/local-bucket.ts'
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts'
import { startThrottling, type Throttling } from '../support/throttling.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')

const headings = 'Inv.nr;Datornamn;Fabrikat;Modell;Serienr;Enhet'
/** A file of equipment that nothing is wrong with, its numbers from `from`. */
const fileOf = (rows: number, from = 1, model = 'T14') =>
  Buffer.from(
    [
      headings,
      ...Array.from(
        { length: rows },
        (_, at) => `PC-${from + at};Bärbar dator;Elvedata;${model};ELV-${from + at};Akutmottagningen`,
      ),
    ].join('\r\n'),
  )

describe.skipIf(!dynamodbEndpoint)('an import through the bundles', () => {
  let cloud: Cloud
  let bucket: LocalBucket
  let queue: LocalQueue
  let imports: CloudImports
  let throttling: Throttling
  let worker: () => Promise<LambdaProcess>
  beforeAll(async () => {
    ;[bucket, queue, throttling] = await Promise.all([
      startLocalBucket(),
      startLocalQueue({ twiceEvery: 5 }),
      startThrottling(dynamodbEndpoint),
    ])
    cloud = await openCloud({
      deployment: inject('deployment'),
      dynamodbEndpoint,
      environment: { AWS_ENDPOINT_URL_S3: bucket.endpoint, AWS_ENDPOINT_URL_DYNAMODB: throttling.endpoint },
      resource: (type) =>
        type === 'AWS::S3::Bucket' ? bucket.name : type === 'AWS::SQS::Queue' ? queue.url : undefined,
    })
    worker = () => cloud.lambda('intake-work')
    imports = createCloudImports(await cloud.as('it'), queue, worker)
  })
  afterAll(async () => {
    await cloud?.close()
    await Promise.all([bucket?.close(), queue?.close(), throttling?.close()])
  })

  it('is uploaded, read, checked, cut into pieces and saved, each piece once although its message comes twice', async () => {
    const received = await imports.received(fileOf(210))
    expect(received).toMatchObject({ state: 'mapping', readAs: { delimiter: ';' } })
    expect(await imports.checked(received.id)).toMatchObject({ state: 'checked', counts: { new: 210, faulty: 0 } })
    expect((await imports.apply(received.id)).status).toBe(202)
    await queue.drain(await worker(), 1)
    expect(queue.waiting().filter(({ step }) => step === 'chunk')).toHaveLength(2)
    expect(await imports.get(received.id)).toMatchObject({ state: 'applying', progress: { done: 0, total: 210 } })
    await queue.drain(await worker(), 1)
    expect(await imports.get(received.id)).toMatchObject({ state: 'applying', progress: { done: 200, total: 210 } })
    await queue.drain(await worker())
    const applied = { created: 210, changed: 0, unchanged: 0, failed: 0 }
    expect(await imports.get(received.id)).toMatchObject({ state: 'applied', applied: { counts: applied } })
    const listed = await (await cloud.as('it')).get('/api/equipment?q=PC-210')
    expect(listed.body.items).toHaveLength(1)
    expect(queue.dead).toEqual([])
  })

  it('gives faulty rows back, and lists, as files in the bucket', async () => {
    const { id } = await imports.received(Buffer.from(`${headings}\r\nPC-1;X;Y;Z;V-1;Ingenstans`), { name: 'fel.csv' })
    expect(await imports.checked(id)).toMatchObject({ counts: { faulty: 1 } })
    const it1 = await cloud.as('it')
    const texts = await Promise.all(
      [`/api/imports/${id}/faulty`, '/api/equipment/export?format=csv&q=PC-210'].map(async (path) => {
        const { status, headers } = await it1.get(path)
        expect(status).toBe(303)
        return (await fetch(headers['location']!)).text()
      }),
    )
    expect(texts[0]).toContain('Ingenstans')
    expect(texts[1]).toContain('ELV-210')
  })

  it('stands beside what a source delivers by itself, once for each key', async () => {
    const items = [
      { kind: 'equipment', key: 'F-1', data: { name: 'Skrivare', usingOrgUnitIds: [cloud.units['akutmottagningen']] } },
    ]
    const deliver = async () =>
      (await cloud.as('it')).post('/api/assets/batch', { source: 'flode', items }, { 'idempotency-key': 'one' })
    const first = await deliver()
    expect(first).toMatchObject({ status: 200, body: { results: [{ key: 'F-1', status: 'created' }] } })
    expect((await deliver()).body).toEqual(first.body)
  })

  it('of the same file again changes nothing, and has nothing to cut up', async () => {
    const { id } = await imports.received(fileOf(210))
    expect(await imports.checked(id)).toMatchObject({ counts: { unchanged: 210 } })
    await imports.apply(id)
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({
      state: 'applied',
      applied: { counts: { unchanged: 210, created: 0 } },
    })
  })

  it('loses nothing while the table refuses one call of twenty, and the queue and the bucket some', async () => {
    const { id } = await imports.received(fileOf(60, 7000))
    queue.refuse(3)
    bucket.refuse(1)
    throttling.every = 20
    const refused = await imports.checked(id)
    queue.refuse(0)
    if (refused.state === 'checking') await imports.get(id)
    await queue.drain(await worker())
    await imports.apply(id)
    await queue.drain(await worker())
    throttling.every = 0
    expect(await imports.get(id)).toMatchObject({ state: 'applied', applied: { counts: { created: 60, failed: 0 } } })
    expect(throttling.refused).toBeGreaterThan(5)
  })

  it('goes on by itself when the queue took no word of it and nobody looks again', async () => {
    const file = fileOf(20, 8000)
    queue.refuse(100, 'down')
    const announced = await imports.announce(file)
    expect(announced.status).toBe(201)
    expect((await imports.upload(announced, file)).status).toBe(200)
    const it1 = await cloud.as('it')
    const { id } = announced.body
    expect((await it1.post(`/api/imports/${id}/uploaded`)).status).toBe(202)
    queue.refuse(0)
    await letLie(cloud, id)
    queue.put({ step: 'sweep' })
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({ state: 'mapping' })
    expect((await worker()).output()).toContain('"ImportsForgotten":1')
    expect(queue.dead).toEqual([])
  })

  it('loses nothing when the code is exchanged and a worker is killed in the middle', async () => {
    const { id } = await imports.received(fileOf(230, 1000))
    await imports.checked(id)
    await imports.apply(id)
    await queue.drain(await worker(), 1)
    const lambda = await worker()
    const dying = queue.drain(lambda, 1)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await lambda.kill()
    await dying
    const before = await imports.get(id)
    expect(before.progress.done).toBeLessThan(230)
    await freeTaken(cloud, id)
    await queue.drain(lambda)
    const job = await imports.get(id)
    const { created, changed, unchanged, failed } = job.applied.counts
    expect([job.state, created, changed + unchanged, failed]).toEqual(['applied', 230, 0, 0])
    const { body } = await (await cloud.as('it')).get('/api/equipment?q=PC-1229')
    expect(body.items).toMatchObject([{ revision: 1 }])
  })

  it('of more than the API takes is checked by one run after the other, each going on where the time of the last was up', async () => {
    const raw = 'uppmätt värde '.repeat(3000)
    const [head, ...rows] = String(fileOf(260, 20_000)).split('\r\n')
    const file = Buffer.from([`${head};Rådata`, ...rows.map((row) => `${row};${raw}`)].join('\r\n'))
    expect(file.length).toBeGreaterThan(10 * 1024 * 1024)
    const { id } = await imports.received(file)
    await (await cloud.as('it')).put(`/api/imports/${id}/mapping`, {})
    // A run keeps how far it has come when a minute is left: here after the first 250 rows.
    const hurried = await cloud.lambda('intake-work', 60_000)
    const reached: number[] = []
    for (let turns = 0; turns < 12 && queue.waiting().length > 0; turns++) {
      await queue.drain(hurried, 1)
      await hurried.kill()
      const { state, progress } = await imports.get(id)
      if (state === 'checking') reached.push(progress.done)
    }
    expect([...new Set(reached)]).toEqual([250, 260])
    expect(await imports.get(id)).toMatchObject({ state: 'checked', counts: { new: 260, faulty: 0 } })
    await imports.apply(id)
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({ state: 'applied', applied: { counts: { created: 260, failed: 0 } } })
  })

  it('is read from a workbook too', async () => {
    const cells = (values: readonly string[]) => values.map((value) => ({ value, type: String }))
    const rows = Array.from({ length: 3 }, (_, at) => cells([`PC-${9000 + at}`, 'Bärbar dator', 'Akutmottagningen']))
    const file = await writeWorkbook([cells(['Inv.nr', 'Datornamn', 'Enhet']), ...rows]).toBuffer()
    const received = await imports.received(file, { name: 'inventarier.xlsx' })
    expect(received).toMatchObject({ state: 'mapping', readAs: { format: 'xlsx' } })
    expect(await imports.checked(received.id)).toMatchObject({ counts: { new: 3, faulty: 0 } })
    await imports.apply(received.id)
    await queue.drain(await worker())
    expect(await imports.get(received.id)).toMatchObject({ state: 'applied', applied: { counts: { created: 3 } } })
  })

  it('shows a piece that every try fails at, goes on without it, and takes it in when it is handed over anew', async () => {
    const { id } = await imports.received(fileOf(210, 3000))
    await imports.checked(id)
    await imports.apply(id)
    await queue.drain(await worker(), 1)
    const path = `imports/${id}/1/rows/000000.json`
    const rows = bucket.held.get(path)!
    bucket.held.set(path, Buffer.from('poison'))
    await queue.drain(await worker())
    expect(queue.dead).toHaveLength(1)
    expect(JSON.parse(queue.dead[0]!.body)).toMatchObject({ step: 'chunk', chunk: 0 })
    bucket.held.set(path, rows)
    const shown = await imports.get(id, '?show=failed')
    expect(shown).toMatchObject({ state: 'applied', applied: { counts: { created: 10, failed: 200 } } })
    expect((await worker()).output()).toContain('"ImportFaults":1')
    queue.redrive()
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({ state: 'applied', applied: { counts: { created: 210, failed: 0 } } })
  })

  it('gives a new address when the time of the first is out, and tells of a file that never came', async () => {
    const file = fileOf(3, 5000)
    const announced = await imports.announce(file)
    const { id, upload } = announced.body
    const expired = new URL(upload.address)
    expired.searchParams.set('X-Amz-Date', '20200101T000000Z')
    const late = await fetch(expired, { method: 'PUT', body: new Uint8Array(file), headers: upload.headers })
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')])
    const other = await fetch(upload.address, {
      method: 'PUT',
      body: 'larger than what was announced'.repeat(20),
      headers: upload.headers,
    })
    expect(other.status).toBe(403)
    const it1 = await cloud.as('it')
    expect(await it1.post(`/api/imports/${id}/uploaded`)).toMatchObject({
      status: 409,
      body: { code: 'transition-refused' },
    })
    await passUpload(cloud, id)
    queue.letGo()
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({
      state: 'failed',
      fault: { reason: 'upload-missing', detail: 'Filen kom aldrig fram. Skicka den igen.' },
    })
    const renewed = await it1.post(`/api/imports/${id}/upload`)
    expect(renewed).toMatchObject({ status: 201, body: { id, upload: { headers: upload.headers } } })
    expect((await imports.upload(renewed, file)).status).toBe(200)
    const arrived = bucket.arrived().filter(({ key }) => key.endsWith('/upload'))
    queue.put(objectCreatedEvent(bucket.name, arrived.slice(-1)))
    await queue.drain(await worker())
    expect(await imports.get(id)).toMatchObject({ state: 'mapping' })
  })

  it('leaves what is no work of its own to the dead-letter queue, but S3 trying the line', async () => {
    queue.put({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'files' })
    await queue.drain(await worker())
    expect(queue.dead).toEqual([])
    for (const body of [
      '{',
      '[]',
      '{"step":"go","id":"imp_1"}',
      '{"step":"empty","id":"imp_01KXXXXXXXXXXXXXXXXXXXXXXX"}',
    ])
      queue.put(body)
    await queue.drain(await worker())
    expect(queue.dead).toHaveLength(4)
    queue.dead = []
  })
})

/** Lets the time pass for which a piece is one worker's own. */
async function freeTaken(cloud: Cloud, id: string): Promise<void> {
  const key = { pk: `import#${id}`, sk: 'tally#000001' }
  const item = (await cloud.store.get(key))!
  await cloud.store.commit(
    [{ put: { ...item, body: { ...(item.body as object), taken: {} } } }],
    `free-${id.slice(-20)}`,
  )
}

/** Lets the time pass in which a file may come. */
function passUpload(cloud: Cloud, id: string): Promise<void> {
  return change(cloud, id, { uploadUntil: '2026-01-01T00:00:00Z' })
}

/** Lets the time pass for which whoever was told of an import may be at it. */
function letLie(cloud: Cloud, id: string): Promise<void> {
  return change(cloud, id, { lease: { holder: 'queue', until: 0 } })
}

async function change(cloud: Cloud, id: string, part: object): Promise<void> {
  const item = (await cloud.store.get(headOf(id)))!
  await cloud.store.commit([{ put: { ...item, body: { ...(item.body as object), ...part } } }], randomUUID())
}

const headOf = (id: string) => ({ pk: `import#${id}`, sk: 'head' })
