import fc from 'fast-check'
import type { Engine, ListQuery, Summary } from '../../functions/register/api.ts'
import { RegisterError } from '../../functions/register/errors.ts'
import { actors, thing, type ActorName, type Thing } from './thing.ts'

/** Data as a command holds it: parents are named by the order in which things were created. */
export type Data = Omit<Thing, 'parentIds'> & { parents?: number[]; extra?: number }

/** A command names its record by the order of creation and its revision by how stale it is. */
export type Command =
  | { do: 'create'; as: ActorName; data: Data }
  | { do: 'update'; as: ActorName; which: number; stale: number; data: Data }
  | { do: 'transition'; as: ActorName; which: number; stale: number; transition: string; input?: object }
  | { do: 'get'; as: ActorName; which: number; revision?: number }
  | { do: 'asOf'; as: ActorName; which: number; ago: number }
  | { do: 'list'; as: ActorName; filters: { [name: string]: string[] }; sort: string; limit: number }
  | { do: 'search'; as: ActorName; q: string; limit: number }
  | { do: 'listAsOf'; as: ActorName; filters: { [name: string]: string[] }; q?: string; limit: number; ago: number }
  | { do: 'links'; as: ActorName; which: number }

/** What a command came to, with ids as the order of creation, so that it can be compared. */
export type Outcome = { error: string; [detail: string]: unknown } | { ok: unknown }

const names = ['Åtgärd å', 'ärende', 'Öl', 'Zebra 😀', 'alfa', 'alfa beta', 'Alfa Ärende', 'ﬀekt', '𝒜stral', '']
const which = fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2)
const stale = fc.constantFrom(...Array<number>(14).fill(0), 1, -1)
const anyone = fc.constantFrom<ActorName>('editor', 'approver', 'local', 'reader')
const as = fc.oneof({ weight: 3, arbitrary: fc.constant<ActorName>('editor') }, { weight: 1, arbitrary: anyone })
const limit = fc.constantFrom(1, 2, 50)

const usual: fc.Arbitrary<Data> = fc.record(
  {
    name: fc.constantFrom(...names),
    code: fc.constantFrom('a', 'b', 'k😀'),
    colour: fc.constantFrom<'red' | 'green'>('red', 'green'),
    unitId: fc.constantFrom('north', 'north', 'south', 'root'),
    parents: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), { maxLength: 2 }),
    secret: fc.constantFrom('hemligt', 'annat'),
  },
  { requiredKeys: ['name'] },
)
const odd: fc.Arbitrary<Data> = fc.record(
  {
    name: fc.string({ unit: 'binary', maxLength: 45 }),
    unitId: fc.constant('north'),
    parents: fc.array(fc.constantFrom(0, 1, 9), { maxLength: 3 }),
    approvedBy: fc.constantFrom('approver', 'forged'),
    extra: fc.constant(1),
  },
  { requiredKeys: [] },
)
const sent = fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd })

const filters = fc.record(
  {
    state: fc.subarray(['draft', 'submitted', 'registered', 'revision', 'ended'], { minLength: 1 }),
    colour: fc.subarray(['red', 'green'], { minLength: 1 }),
    unit: fc.subarray(['root', 'north', 'south'], { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
)

const does = <const D extends string>(name: D) => fc.constant(name)
const create: fc.Arbitrary<Command> = fc.record({ do: does('create'), as, data: sent })
const update: fc.Arbitrary<Command> = fc.record({ do: does('update'), as, which, stale, data: sent })
const paths = [['submit'], ['submit', 'register'], ['submit', 'register', 'revise'], ['register'], ['revise']]
const laterPaths = [['revise', 'register'], ['revise', 'discard'], ['end'], ['register', 'end']]
const rightMoves = fc
  .tuple(which, stale, fc.constantFrom(...paths, ...laterPaths))
  .map(([record, age, path]) => path.map((name) => rightMove(record, age, name)))

function rightMove(record: number, age: number, transition: string): Command {
  const person = transition === 'register' || transition === 'end' ? 'approver' : 'editor'
  const input = transition === 'end' ? { reason: 'over' } : undefined
  return { do: 'transition', as: person, which: record, stale: age, transition, input }
}

const anyMove: fc.Arbitrary<Command> = fc.record({
  do: does('transition'),
  as: anyone,
  which,
  stale,
  transition: fc.constantFrom('submit', 'register', 'revise', 'discard', 'end', 'fly'),
  input: fc.constantFrom<object | undefined>(undefined, { reason: 'over' }, { other: 1 }),
})
const get: fc.Arbitrary<Command> = fc.record({
  do: does('get'),
  as: anyone,
  which,
  revision: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
})
const asOf: fc.Arbitrary<Command> = fc.record({ do: does('asOf'), as: anyone, which, ago: fc.nat({ max: 6 }) })
const list: fc.Arbitrary<Command> = fc.record({
  do: does('list'),
  as: anyone,
  filters,
  sort: fc.constantFrom('name', 'name', '-name', 'number', '-number', 'updatedAt'),
  limit,
})
const q = fc.constantFrom(
  'al',
  'alfa',
  'är',
  'Ärende alfa',
  'be al',
  'hem',
  'åt',
  'ze',
  'k😀',
  'a',
  '',
  '𝒜',
  'ff',
  'ekt',
)
const search: fc.Arbitrary<Command> = fc.record({ do: does('search'), as: anyone, q, limit })
const listAsOf: fc.Arbitrary<Command> = fc.record({
  do: does('listAsOf'),
  as: anyone,
  filters,
  q: fc.option(fc.constantFrom('al', 'är', 'hem'), { nil: undefined }),
  limit,
  ago: fc.nat({ max: 4 }),
})
const links: fc.Arbitrary<Command> = fc.record({ do: does('links'), as: anyone, which })

const weighed = (weight: number, arbitrary: fc.Arbitrary<Command>) => ({
  weight,
  arbitrary: arbitrary.map((command) => [command]),
})
const step: fc.Arbitrary<Command[]> = fc.oneof(
  { weight: 10, arbitrary: rightMoves },
  weighed(4, create),
  weighed(5, update),
  weighed(2, anyMove),
  weighed(1, get),
  weighed(1, asOf),
  weighed(4, list),
  weighed(2, search),
  weighed(2, listAsOf),
  weighed(1, links),
)
const start = fc
  .tuple(usual, fc.constantFrom<string[]>([], [], ['submit'], ['submit', 'register'], ['submit', 'register', 'revise']))
  .map(([data, path]): Command[] => [
    { do: 'create', as: 'editor', data: { ...data, parents: undefined } },
    ...path.map((name) => rightMove(0, 0, name)),
  ])

/** Up to ten commands, each sequence beginning on an empty register. */
export const commands = fc
  .tuple(start, fc.oneof(fc.array(step, { minLength: 7, maxLength: 9 }), fc.array(step, { maxLength: 9 })))
  .map(([first, rest]) => [...first, ...rest.flat()].slice(0, 10))

/** A register to be tried, with the ids it has given out and the times at which its commands ran. */
export interface Subject {
  engine: Engine
  ids: string[]
  times: string[]
}

/** Runs one command for real. Only `RegisterError` is an outcome; anything else is a fault. */
export async function perform(subject: Subject, call: Command): Promise<Outcome> {
  try {
    return { ok: await answerOf(subject, call) }
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error
    const { reason, currentRevision, id, missing, errors } = error.extra
    return defined({
      error: error.code,
      reason,
      currentRevision,
      id: id === undefined ? undefined : subject.ids.indexOf(id),
      missing: missing?.length ? missing.map(({ rule }) => rule) : undefined,
      errors: errors?.length ? errors.map(({ pointer, code }) => `${pointer} ${code}`) : undefined,
    })
  }
}

async function answerOf({ engine, ids, times }: Subject, call: Command): Promise<unknown> {
  const actor = actors[call.as]
  const plain = <T>({ id, number, ...rest }: { id: string; number?: string } & T) => ({
    ...comparable(rest, ids),
    which: ids.indexOf(id),
    numbered: number !== undefined,
  })
  if (call.do === 'create') {
    const shown = await engine.create(thing, withIds(call.data, ids), actor)
    ids.push(shown.record.id)
    return { ...shown, record: plain(shown.record) }
  }
  if (call.do === 'listAsOf') {
    const { filters: narrowed, q: words, limit: size, ago } = call
    const query = { filters: narrowed, ...(words && { q: words }), limit: size, asOf: times.at(-1 - ago) ?? times[0] }
    return (await allPages(engine, query, call.as)).map(plain)
  }
  if (call.do === 'list' || call.do === 'search') {
    const query = call.do === 'list' ? { filters: call.filters, sort: call.sort } : { q: call.q }
    return (await allPages(engine, { ...query, limit: call.limit }, call.as)).map(plain)
  }
  const id = ids[call.which] ?? 'thg_none'
  if (call.do === 'links') {
    const groups = await engine.links(thing, id, actor)
    return groups
      .flatMap(({ direction, items }) => items.map((item) => `${direction} ${ids.indexOf(item.id)}`))
      .toSorted()
  }
  if (call.do === 'get' || call.do === 'asOf') {
    const at = call.do === 'get' ? { revision: call.revision } : { asOf: times.at(-1 - call.ago) ?? times[0] }
    const shown = await engine.get(thing, id, actor, at)
    return { ...shown, record: plain(shown.record) }
  }
  const newest = await engine.get(thing, id, actors.editor).catch(() => undefined)
  const revision = (newest?.record.revision ?? 1) - call.stale
  const shown =
    call.do === 'update'
      ? await engine.update(thing, id, revision, withIds(call.data, ids), actor)
      : await engine.transition(thing, id, revision, { transition: call.transition, data: call.input }, actor)
  return { ...shown, record: plain(shown.record) }
}

async function allPages(engine: Engine, query: ListQuery, as: ActorName): Promise<Summary[]> {
  const found: Summary[] = []
  for (let cursor: string | undefined, pages = 0; pages < 40; pages += 1) {
    const page = await engine.list(thing, { ...query, cursor }, actors[as])
    found.push(...page.items)
    if (page.next === undefined) return found
    cursor = page.next
  }
  throw new Error('a list that never ends')
}

function withIds({ parents, ...data }: Data, ids: readonly string[]): object {
  return { ...data, ...(parents && { parentIds: parents.map((index) => ids[index] ?? 'thg_none') }) }
}

/** Without times, and with parents as the order of creation. */
function comparable<T extends object>(shown: T, ids: readonly string[]): object {
  const { createdAt: _created, updatedAt: _updated, data, ...rest } = shown as { [field: string]: unknown }
  const { parentIds, ...fields } = data as Thing
  return { ...rest, data: { ...fields, ...(parentIds && { parents: parentIds.map((id) => ids.indexOf(id)) }) } }
}

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
