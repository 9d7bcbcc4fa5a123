import { createHash } from 'node:crypto'
import type { Engine } from '../../functions/register/api.ts'
import { RegisterError } from '../../functions/register/errors.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { OutcomeUnknown, StoreBusy, type Store } from '../../functions/store/store.ts'
import { createRandom, faultyStore, type Faults, ProcessDied } from '../support/faulty-store.ts'
import { isLinearizable, type Operation } from '../support/linearizable.ts'
import { openEngine } from './stores.ts'
import { actors, thing } from './thing.ts'

/** What a record is to its clients: which revision it is at, and what that says; revision 0 is no record. */
interface Seen {
  revision: number
  name: string
}

const clients = 4
const stepsEach = 5
const records = 2

/**
 * One concurrent history, whole in its seed: clients create, read and change the same few records over stores that fail at every
 * call, each as often as it likes and never knowing why. @returns what does not fit; nothing for a register that keeps its word
 */
export async function historyFaults(seed: number, faults: Faults, plant: (store: Store) => Store): Promise<string[]> {
  const random = createRandom(seed)
  const store = openEmbeddedStore({ file: ':memory:' })
  const sound = openEngine(store, Date.now)
  const engines = Array.from({ length: clients }, () =>
    openEngine(shuffled(faultyStore(plant(store), faults, random), random), Date.now),
  )
  const histories = Array.from({ length: records }, (): Operation<Seen>[] => [])
  const ids = new Map<number, string>()
  const wrong: string[] = []
  let tick = 0
  let made = 0

  /** Does one thing as a client and writes down what came of it. */
  async function step<T>(record: number, name: string, ask: () => Promise<T>, told: Told<T>): Promise<void> {
    const operation: Operation<Seen> = { called: ++tick, answered: Infinity, name, apply: told.unanswered }
    histories[record]!.push(operation)
    try {
      const answer = await ask()
      Object.assign(operation, { answered: ++tick, apply: told.answered(answer) })
    } catch (error) {
      if (isUnanswered(error)) return
      const apply = error instanceof RegisterError ? told.refused?.(error) : undefined
      if (!apply) throw error
      Object.assign(operation, { answered: ++tick, apply })
    }
  }

  async function client(engine: Engine): Promise<void> {
    for (let at = 0; at < stepsEach; at++) {
      const record = Math.floor(random() * records)
      const id = ids.get(record)
      if (id === undefined) await create(engine, record)
      else if (random() < 0.4) await read(engine, record, id)
      else await change(engine, record, id)
    }
  }

  async function create(engine: Engine, record: number): Promise<void> {
    const data = { name: `record ${record}`, code: `code ${record}`, unitId: 'north' }
    const bodyHash = createHash('sha256').update(data.name).digest('hex')
    const ask = () => engine.create(thing, data, actors.editor, { idempotency: { key: `key ${record}`, bodyHash } })
    const born = (state: Seen): Seen => (state.revision === 0 ? { revision: 1, name: data.name } : state)
    await step(record, 'create', ask, {
      unanswered: born,
      answered: ({ record: { id } }) => {
        if (ids.has(record) && ids.get(record) !== id) wrong.push(`record ${record} was created twice`)
        ids.set(record, id)
        return born
      },
    })
  }

  const read = (engine: Engine, record: number, id: string): Promise<void> =>
    step(record, 'read', () => engine.get(thing, id, actors.editor), {
      unanswered: (state) => state,
      answered: ({ record: { revision, data } }) => {
        return (state) => (state.revision === revision && state.name === data.name ? state : undefined)
      },
    })

  async function change(engine: Engine, record: number, id: string): Promise<void> {
    const before = await engine.get(thing, id, actors.editor).catch(() => undefined)
    if (!before) return
    const { revision } = before.record
    const name = `name ${++made}`
    const ask = () => engine.update(thing, id, revision, { ...before.record.data, name }, actors.editor)
    const changed = (state: Seen): Seen | undefined =>
      state.revision === revision ? { revision: revision + 1, name } : undefined
    await step(record, `change to ${name}`, ask, {
      unanswered: changed,
      answered: (shown) => (state) => (shown.record.revision === revision + 1 ? changed(state) : undefined),
      refused: ({ code }) =>
        code === 'revision-conflict' ? (state) => (state.revision === revision ? undefined : state) : undefined,
    })
  }

  await Promise.all(engines.map(client))
  const { items } = await sound.list(thing, { filters: { state: ['draft'] }, limit: 100 }, actors.editor)
  if (items.length > records) wrong.push(`${items.length} records were made of ${records}`)
  for (const [record, id] of ids) {
    await read(sound, record, id).catch(() => wrong.push(`record ${record} is lost`))
    const history = histories[record]!
    if (!isLinearizable(history, { revision: 0, name: '' }, ({ revision, name }) => `${revision} ${name}`))
      wrong.push(`record ${record}: ${history.map((one) => `${one.name} [${one.called}-${one.answered}]`).join(', ')}`)
  }
  await store.close()
  return wrong
}

/** What an operation means for the record: when nothing was heard of it, when it was answered, when it was refused. */
interface Told<T> {
  unanswered: Operation<Seen>['apply']
  answered(answer: T): Operation<Seen>['apply']
  refused?(error: RegisterError): Operation<Seen>['apply'] | undefined
}

function isUnanswered(error: unknown): boolean {
  const lost = error instanceof ProcessDied || error instanceof OutcomeUnknown || error instanceof StoreBusy
  return lost || (error instanceof RegisterError && error.code === 'busy')
}

/** Each call of the store waits a few turns before and after, so that clients overtake each other wherever they can. */
function shuffled(store: Store, random: () => number): Store {
  const turns = async (): Promise<void> => {
    for (let left = Math.floor(random() * 4); left > 0; left--) await new Promise((resolve) => setImmediate(resolve))
  }
  const late = async <T>(call: () => Promise<T>): Promise<T> => {
    await turns()
    return call().finally(turns)
  }
  return {
    ...store,
    get: (key) => late(() => store.get(key)),
    getMany: (keys) => late(() => store.getMany(keys)),
    query: (pk, range) => late(() => store.query(pk, range)),
    commit: (writes, token) => late(() => store.commit(writes, token)),
  }
}
