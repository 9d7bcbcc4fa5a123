import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import type { Engine, Shown } from '../../functions/register/api.ts'
import { RegisterError } from '../../functions/register/errors.ts'
import { OutcomeUnknown, StoreBusy, type Store } from '../../functions/store/store.ts'
import { createRandom, faultyStore, ProcessDied, type Faults } from '../support/faulty-store.ts'
import { withoutConditions } from '../support/planted-store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openEngine, openHandles } from './stores.ts'
import { actors, thing, type Thing } from './thing.ts'
import { seedFrom } from '../support/seed.ts'

/** To replay the same faults (the interleaving stays the machine's own): RACES_SEED as printed. */
const seed = seedFrom('RACES_SEED')
const endpoint = inject('dynamodbEndpoint')
const directory = makeTemporaryDirectory()
const none: Faults = { busy: 0, timeoutBefore: 0, timeoutAfter: 0, death: 0, truncated: 0 }
const many: Faults = { busy: 0.05, timeoutBefore: 0.1, timeoutAfter: 0.2, death: 0.1, truncated: 0.1 }
const handles = 4

afterAll(() => directory.remove())

type Race = Awaited<ReturnType<typeof openRace>>

async function openRace(on: string | undefined, faults: Faults, plant: (store: Store) => Store = (store) => store) {
  const random = createRandom(seed)
  const stores = await openHandles(on, directory.path, handles)
  const engines = stores.map((store) => openEngine(faultyStore(plant(store), faults, random), Date.now))
  const sound = openEngine(stores[0] as Store, Date.now)
  const close = () => Promise.all(stores.map((store) => store.close()))
  return { sound, random, close, engineOf: (client: number) => engines[client % handles] as Engine }
}

/** Whether a client may simply try again: no answer, or "busy". */
function isPassing(error: unknown): boolean {
  const lost = error instanceof ProcessDied || error instanceof OutcomeUnknown || error instanceof StoreBusy
  return lost || (error instanceof RegisterError && error.code === 'busy')
}

/** As a client does: asks until there is an answer. */
async function persist<T>(random: () => number, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isPassing(error)) throw error
      await sleep(random() * 4)
    }
  }
}

/** Eight editors count one record's name upwards; gives every acknowledged edit that history does not tell as it was made. */
async function lostUpdates(race: Race, editsEach: number): Promise<string[]> {
  const { record } = await race.sound.create(thing, { name: '0', unitId: 'north' }, actors.editor)
  const acknowledged: { revision: number; name: string }[] = []

  async function edit(client: number): Promise<void> {
    const engine = race.engineOf(client)
    for (let done = 0; done < editsEach;) {
      const { record: seen } = await persist(race.random, () => engine.get(thing, record.id, actors.editor))
      const name = String(Number(seen.data.name) + 1)
      const change = { name, code: `editor ${client}`, unitId: 'north' }
      const made = await engine
        .update(thing, record.id, seen.revision, change, actors.editor)
        .catch((error: unknown) => {
          if (isPassing(error) || (error instanceof RegisterError && error.code === 'revision-conflict'))
            return undefined
          throw error
        })
      if (!made) continue
      acknowledged.push({ revision: made.record.revision, name })
      done += 1
    }
  }

  await Promise.all(Array.from({ length: 8 }, (_, client) => edit(client)))
  const last = await race.sound.get(thing, record.id, actors.editor)
  const history = new Map<number, string | undefined>()
  for (let revision = 1; revision <= last.record.revision; revision += 1) {
    const then = await race.sound.get(thing, record.id, actors.editor, { revision })
    history.set(revision, then.record.data.name)
  }
  const broken = [...history].filter(([revision, name]) => name !== String(revision - 1)).map(([at]) => `history ${at}`)
  const counts = Map.groupBy(acknowledged, ({ revision }) => revision)
  const twice = [...counts].filter(([, edits]) => edits.length > 1).map(([at]) => `acknowledged twice ${at}`)
  const lost = acknowledged.filter(({ revision, name }) => history.get(revision) !== name)
  return [...broken, ...twice, ...lost.map(({ revision }) => `lost ${revision}`)]
}

function post(engine: Engine, key: string, data: Thing): Promise<Shown<Thing>> {
  const bodyHash = createHash('sha256').update(JSON.stringify(data)).digest('hex')
  return engine.create(thing, data, actors.editor, { idempotency: { key, bodyHash } })
}

async function countNamed(engine: Engine, name: string): Promise<number> {
  const { items } = await engine.list(thing, { filters: { state: ['draft'] }, limit: 1000 }, actors.editor)
  return items.filter((found) => found.data['name'] === name).length
}

const places: [string, string | undefined, rounds: number, width: number][] = [
  ['the embedded store', undefined, 40, 25],
  ...(endpoint ? [['DynamoDB Local', endpoint, 6, 8] as [string, string, number, number]] : []),
]

describe.each(places)('racing clients on %s', (_, on, rounds, width) => {
  it.each([
    ['sound', none],
    ['faulty', many],
  ])(`create once for each key in ${rounds} races of ${width} equal requests over a %s store`, async (__, faults) => {
    const race = await openRace(on, faults)
    for (let round = 0; round < rounds; round += 1) {
      const [key, name] = [`key-${round}`, `round ${round}`]
      const data = { name, code: `code ${round}`, unitId: 'north' }
      const send = (client: number) => persist(race.random, () => post(race.engineOf(client), key, data))
      const answers = await Promise.all(Array.from({ length: width }, (___, client) => send(client)))
      expect(new Set(answers.map((answer) => answer.record.id)).size).toBe(1)
      expect(answers.every((answer) => answer.record.revision === 1 && answer.record.data.name === name)).toBe(true)
      expect(await countNamed(race.sound, name)).toBe(1)
    }
    await race.close()
  })

  it('refuse the key of one request for another body, while and after the first is served', async () => {
    const race = await openRace(on, none)
    const bodies = Array.from({ length: 6 }, (__, index) => ({ name: `body ${index}` }))
    const sent = bodies.map((data, client) => persist(race.random, () => post(race.engineOf(client), 'same', data)))
    const results = await Promise.allSettled([
      ...sent,
      persist(race.random, () => post(race.sound, 'same', { name: 'late' })),
    ])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(refused).toHaveLength(bodies.length)
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'invalid', extra: { reason: 'idempotency-key-reused' } })
    }
    const { items } = await race.sound.list(thing, { filters: { state: ['draft'] } }, actors.editor)
    expect(items).toHaveLength(1)
    await race.close()
  })

  it('lose no update: each acknowledged edit is the revision it says, built on the one before', async () => {
    const race = await openRace(on, many)
    expect(await lostUpdates(race, Math.ceil(rounds / 4))).toEqual([])
    await race.close()
  })

  it('give each submitted record a number of its own', async () => {
    const race = await openRace(on, many)
    const things = await Promise.all(
      Array.from({ length: width }, (__, index) =>
        race.sound.create(thing, { name: `n${index}`, unitId: 'north' }, actors.editor),
      ),
    )
    const submit = async ({ record }: Shown<Thing>, client: number): Promise<string | undefined> => {
      const move = { transition: 'submit' }
      const moved = await persist(race.random, () =>
        race
          .engineOf(client)
          .transition(thing, record.id, record.revision, move, actors.editor)
          .catch(async (error: unknown) => {
            const now = await race.sound.get(thing, record.id, actors.editor)
            if (error instanceof RegisterError && now.record.state === 'submitted') return now
            throw error
          }),
      )
      return moved.record.number
    }
    const numbers = await Promise.all(things.map(submit))
    expect(numbers).not.toContain(undefined)
    expect(new Set(numbers).size).toBe(width)
    await race.close()
  })
})

it('shows lost updates over a store that forgets its conditions', async () => {
  const race = await openRace(undefined, none, withoutConditions)
  expect(await lostUpdates(race, 10)).not.toEqual([])
  await race.close()
})

it('creates once when the same request comes a thousand times at once', async () => {
  const race = await openRace(undefined, many)
  const data = { name: 'thousand', code: 'one', unitId: 'north' }
  const send = (client: number) => persist(race.random, () => post(race.engineOf(client), 'thousand', data))
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, client) => send(client)))
  expect(new Set(answers.map((answer) => answer.record.id)).size).toBe(1)
  expect(await countNamed(race.sound, 'thousand')).toBe(1)
  console.log(`faults of seed ${seed}; replay with RACES_SEED=${seed}`)
  await race.close()
})
