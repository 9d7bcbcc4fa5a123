import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { scanTable } from '../../../functions/store/dynamodb-scan.ts'
import { openDynamoStore } from '../../../functions/store/dynamodb.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { ConditionFailed, OutcomeUnknown, StoreBusy, type Write } from '../../../functions/store/store.ts'
import { broken, cancelled, done, refusal, scriptHandler, type Answer } from '../../support/dynamodb-script.ts'

const writes: Write[] = [
  { put: { pk: 'p', sk: 'a', body: 1 }, if: 'absent' },
  { put: { pk: 'p', sk: 'b', body: 2, version: 2 }, if: { version: 1 } },
]
const throttled = refusal('ProvisionedThroughputExceededException')
const timedOut = broken('TimeoutError')
const stored = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk }, body: { S: `"${sk}"` }, version: { N: '4' } })

function openScripted(...script: Answer[]) {
  const { seen, handler } = scriptHandler(...script)
  const sleeps: number[] = []
  const meter = createMeter()
  let clockMs = 0
  const store = openDynamoStore({
    table: 'register',
    client: {
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: handler,
    },
    meter,
    scan: scanTable,
    now: () => clockMs,
    sleep: async (ms) => {
      sleeps.push(ms)
      clockMs += ms
    },
    random: () => 0.5,
  })
  return { store, seen, sleeps, meter, passTime: (ms: number) => (clockMs += ms) }
}

function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => error,
  )
}

describe('a commit to DynamoDB', () => {
  it('is one transaction with its token, whose failed conditions return the item', async () => {
    const { store, seen, meter } = openScripted(done)
    await store.commit(writes, 'token-1')
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ operation: 'TransactWriteItems', input: { ClientRequestToken: 'token-1' } })
    expect(seen[0]?.input['TransactItems']).toMatchObject([
      { Put: { TableName: 'register', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      { Put: { ConditionExpression: '#version = :version', ExpressionAttributeValues: { ':version': { N: '1' } } } },
    ])
    expect(meter).toMatchObject({ commits: 1, writeUnits: 4 })
  })

  it.each([
    ['throttling', throttled],
    ['throttling inside the transaction', cancelled({ Code: 'None' }, { Code: 'ThrottlingError' })],
    ['a conflict with another transaction', cancelled({ Code: 'TransactionConflict' }, { Code: 'None' })],
    ['a time-out before the commit', timedOut],
    ['a reset connection', broken('Error', 'ECONNRESET')],
    ['a refused connection', broken('Error', 'ECONNREFUSED')],
    ['an internal error of the service', refusal('InternalServerError', {}, 500)],
    ['the first try still in progress', refusal('TransactionInProgressException')],
  ])('is sent again with the same token after %s', async (_, failure) => {
    const { store, seen, sleeps, meter } = openScripted(failure, failure, done)
    await store.commit(writes, 'token-1')
    expect(seen.map((request) => request.input['ClientRequestToken'])).toEqual(['token-1', 'token-1', 'token-1'])
    expect(sleeps).toEqual([12.5, 25])
    expect(meter.commits).toBe(1)
  })

  it('counts as done when the answer to the first try was lost after the commit', async () => {
    const committed = new Set<unknown>()
    const loseAnswer: Answer = (request) => {
      committed.add(request.input['ClientRequestToken'])
      return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    }
    const replay: Answer = ({ input }) =>
      committed.has(input['ClientRequestToken'])
        ? { body: {} }
        : { status: 400, body: { __type: 'TransactionCanceledException' } }
    const { store, seen } = openScripted(loseAnswer, replay)
    await store.commit(writes, 'token-1')
    expect(seen).toHaveLength(2)
  })

  it('is refused as busy, with nothing written, when throttling outlasts the tries', async () => {
    const { store, seen, meter } = openScripted(throttled)
    expect(await reasonOf(store.commit(writes, 'token-1'))).toBeInstanceOf(StoreBusy)
    expect(seen).toHaveLength(8)
    expect(meter.commits).toBe(0)
  })

  it('waits at most twice as long before each further try, up to a second', async () => {
    const { store, sleeps } = openScripted(cancelled({ Code: 'TransactionConflict' }, { Code: 'None' }))
    expect(await reasonOf(store.commit(writes, 'token-1'))).toBeInstanceOf(StoreBusy)
    expect(sleeps).toEqual([12.5, 25, 50, 100, 200, 400, 500])
  })

  it('takes a server that never answers for a time-out', async () => {
    let asked = 0
    // Each try has a connection of its own, which is there even when the machine is too busy to read it in time.
    const server = createServer().on('connection', () => (asked += 1))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const store = openDynamoStore({
      table: 'register',
      client: {
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        region: 'eu-north-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        requestHandler: { requestTimeout: 30, throwOnRequestTimeout: true },
      },
      sleep: async () => {},
    })
    expect(await reasonOf(store.commit(writes, 'token-1'))).toBeInstanceOf(OutcomeUnknown)
    await expect.poll(() => asked).toBe(8)
    await store.close()
    server.closeAllConnections()
    server.close()
  })

  it('stops trying after six seconds', async () => {
    const slow: Answer = () => {
      scripted.passTime(3000)
      return Object.assign(new Error('slow'), { name: 'TimeoutError' })
    }
    const scripted = openScripted(slow)
    expect(await reasonOf(scripted.store.commit(writes, 'token-1'))).toBeInstanceOf(OutcomeUnknown)
    expect(scripted.seen).toHaveLength(2)
  })

  it.each([
    ['every answer is lost', [timedOut]],
    ['one answer is lost and the rest are throttled', [throttled, timedOut, throttled]],
    ['the service breaks down', [refusal('InternalServerError', {}, 500)]],
    ['it stays in progress', [timedOut, refusal('TransactionInProgressException')]],
  ])('has an unknown outcome when %s', async (_, script) => {
    const { store } = openScripted(...script)
    expect(await reasonOf(store.commit(writes, 'token-1'))).toBeInstanceOf(OutcomeUnknown)
  })

  it('is refused as busy when no try reached the service', async () => {
    const { store } = openScripted(broken('Error', 'ECONNREFUSED'))
    expect(await reasonOf(store.commit(writes, 'token-1'))).toBeInstanceOf(StoreBusy)
  })

  it('names the failed condition and the item that broke it, without a further try', async () => {
    const failed = { Code: 'ConditionalCheckFailed', Item: stored('b') }
    const { store, seen } = openScripted(cancelled({ Code: 'TransactionConflict' }, failed))
    const error = await reasonOf(store.commit(writes, 'token-1'))
    expect(error).toBeInstanceOf(ConditionFailed)
    expect(error).toMatchObject({ index: 1, current: { pk: 'p', sk: 'b', body: 'b', version: 4 } })
    expect(seen).toHaveLength(1)
  })

  it.each(['ValidationException', 'AccessDeniedException', 'IdempotentParameterMismatchException'])(
    'passes on %s as it is, without a further try',
    async (type) => {
      const { store, seen } = openScripted(refusal(type))
      expect(await reasonOf(store.commit(writes, 'token-1'))).toMatchObject({ name: type })
      expect(seen).toHaveLength(1)
    },
  )

  it('passes on a cancellation for another reason than a condition', async () => {
    const { store, seen } = openScripted(cancelled({ Code: 'ValidationError' }, { Code: 'None' }))
    expect(await reasonOf(store.commit(writes, 'token-1'))).toMatchObject({ name: 'TransactionCanceledException' })
    expect(seen).toHaveLength(1)
  })
})

describe('a read from DynamoDB', () => {
  it.each([
    ['throttling', throttled],
    ['a time-out', timedOut],
    ['an internal error', refusal('InternalServerError', {}, 500)],
  ])('is repeated after %s and is strongly consistent', async (_, failure) => {
    const { store, seen } = openScripted(failure, () => ({ body: { Item: stored('a') } }))
    expect(await store.get({ pk: 'p', sk: 'a' })).toEqual({ pk: 'p', sk: 'a', body: 'a', version: 4 })
    expect(seen.map(({ operation, input }) => [operation, input['ConsistentRead']])).toEqual([
      ['GetItem', true],
      ['GetItem', true],
    ])
  })

  it('is refused as busy when failures outlast the tries', async () => {
    const { store } = openScripted(timedOut)
    expect(await reasonOf(store.get({ pk: 'p', sk: 'a' }))).toBeInstanceOf(StoreBusy)
    expect(await reasonOf(store.query('p'))).toBeInstanceOf(StoreBusy)
    expect(await reasonOf(store.scan())).toBeInstanceOf(StoreBusy)
  })

  const keys = ['a', 'b', 'c'].map((sk) => ({ pk: 'p', sk }))
  const batch = (found: string[], left: string[]): Answer => {
    const Keys = left.map((sk) => ({ pk: { S: 'p' }, sk: { S: sk } }))
    const UnprocessedKeys = left.length > 0 ? { register: { Keys, ConsistentRead: true } } : {}
    return () => ({ body: { Responses: { register: found.map(stored) }, UnprocessedKeys } })
  }

  it('asks again for unprocessed keys and keeps the order asked for', async () => {
    const { store, seen, sleeps } = openScripted(batch(['c'], ['a', 'b']), batch([], ['a', 'b']), batch(['b', 'a'], []))
    expect((await store.getMany(keys)).map((item) => item.sk)).toEqual(['a', 'b', 'c'])
    expect(seen).toHaveLength(3)
    expect(sleeps).toEqual([12.5, 25])
    expect(seen[1]?.input).toMatchObject({ RequestItems: { register: { ConsistentRead: true, Keys: { length: 2 } } } })
  })

  it('is refused as busy when keys stay unprocessed', async () => {
    const { store, seen } = openScripted(batch(['c'], ['a', 'b']), batch([], ['a', 'b']))
    expect(await reasonOf(store.getMany(keys))).toBeInstanceOf(StoreBusy)
    expect(seen).toHaveLength(9)
  })

  it('asks for a hundred keys at a time', async () => {
    const { store, seen } = openScripted(batch([], []))
    const many = Array.from({ length: 250 }, (_, index) => ({ pk: `p${index}`, sk: 'head' }))
    expect(await store.getMany(many)).toEqual([])
    const sizes = seen.map(({ input }) => (input['RequestItems'] as { register: { Keys: [] } }).register.Keys.length)
    expect(sizes).toEqual([100, 100, 50])
  })

  it('goes on after a page that DynamoDB cut short', async () => {
    const cut: Answer = () => ({
      body: { Items: [stored('a'), stored('b')], LastEvaluatedKey: { pk: { S: 'p' }, sk: { S: 'b' } } },
    })
    const { store } = openScripted(cut)
    const page = await store.query('p', { limit: 10 })
    expect(page.items.map((item) => item.sk)).toEqual(['a', 'b'])
    expect(page.next).toBe('b')
  })

  it('reads the whole table only where it was given the means to', async () => {
    const store = openDynamoStore({ table: 'register', client: { region: 'eu-north-1' } })
    await expect(store.scan()).rejects.toThrow('may not read the whole table')
  })

  it('hands over an item that the store did not write as unreadable when it scans', async () => {
    const foreign = { pk: { S: 'p' }, sk: { S: 'a' }, body: { N: '1' } }
    const { store, meter } = openScripted(() => ({
      body: { Items: [foreign, stored('b')], ConsumedCapacity: { CapacityUnits: 3 } },
    }))
    expect((await store.scan()).items).toEqual([
      { pk: 'p', sk: 'a', body: null, unreadable: true },
      { pk: 'p', sk: 'b', body: 'b', version: 4 },
    ])
    expect(meter.readUnits).toBe(3)
  })

  it('refuses an item that the store did not write', async () => {
    const { store } = openScripted(() => ({ body: { Item: { pk: { S: 'p' }, sk: { S: 'a' } } } }))
    expect(await reasonOf(store.get({ pk: 'p', sk: 'a' }))).toMatchObject({ message: 'not an item of this store' })
  })
})
