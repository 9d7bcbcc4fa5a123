import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Store } from '../../functions/store/store.ts'
import { plantedStores } from '../support/planted-store.ts'
import { namespaceStore } from '../support/store-namespace.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { commands, perform, type Command, type Outcome } from './commands.ts'
import { createReference } from './reference.ts'
import { openEngine, openHandles } from './stores.ts'
import { seedFrom } from '../support/seed.ts'

/** To replay a failure: MODEL_SEED and MODEL_PATH as printed. For a longer search by hand: MODEL_RUNS=100000. */
const runs = Number(process.env['MODEL_RUNS'] ?? 2000)
const seed = seedFrom('MODEL_SEED')
const path = process.env['MODEL_PATH']
const endpoint = inject('dynamodbEndpoint')
const directory = makeTemporaryDirectory()
let embedded: Store
let dynamodb: Store | undefined
let namespaces = 0

beforeAll(async () => {
  const [onDisk] = await openHandles(undefined, directory.path, 1)
  embedded = onDisk as Store
  if (endpoint) [dynamodb] = await openHandles(endpoint, directory.path, 1)
})

afterAll(async () => {
  await embedded.close()
  await dynamodb?.close()
  directory.remove()
})

it.each(Object.entries(plantedStores))('finds a store that %s', async (_, plant) => {
  const property = fc.asyncProperty(commands, async (sequence) => {
    const expected = sequence.map(createReference())
    return isDeepStrictEqual(plain(await outcomesOn(plant(embedded), sequence)), plain(expected))
  })
  const { failed } = await fc.check(property, { numRuns: 3000, seed, endOnFailure: true })
  expect(failed).toBe(true)
})

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

async function outcomesOn(store: Store, sequence: readonly Command[]): Promise<Outcome[]> {
  let clockMs = Date.UTC(2026, 10, 21)
  const engine = openEngine(namespaceStore(store, `run-${namespaces++}`), () => clockMs)
  const subject = { engine, ids: [], times: [] as string[] }
  const outcomes: Outcome[] = []
  for (const command of sequence) {
    clockMs += 60_000
    subject.times.push(new Date(clockMs).toISOString())
    outcomes.push(await perform(subject, command))
  }
  return outcomes
}

it(`answers ${runs} random sequences of commands as a plain model does, on both stores`, async () => {
  console.log(`seed ${seed}; replay with MODEL_SEED=${seed}${path ? ` MODEL_PATH=${path}` : ''}`)
  let sequences = 0
  const tally = new Map<string, number>()
  const property = fc.asyncProperty(commands, async (sequence) => {
    const expected = sequence.map(createReference())
    const actual = await outcomesOn(embedded, sequence)
    expect(actual).toEqual(expected)
    for (const [index, outcome] of actual.entries()) count(sequence[index] as Command, outcome)
    if (dynamodb && (sequences++ % 10 === 0 || path)) expect(await outcomesOn(dynamodb, sequence)).toEqual(expected)
  })
  await fc.assert(property, { numRuns: runs, seed, ...(path && { path }), endOnFailure: path !== undefined })
  const wanted = ['create ok', 'update ok', 'submit ok', 'register ok', 'revise ok', 'discard ok', 'end ok', 'list ok']
  wanted.push('update revision-conflict', 'create already-exists', 'get not-found', 'search ok', 'links ok')
  expect(wanted.filter((name) => (tally.get(name) ?? 0) < runs / 100)).toEqual([])
  console.log(
    Array.from(tally, ([name, times]) => `${name} ${times}`)
      .toSorted()
      .join(', '),
  )

  function count(command: Command, outcome: Outcome): void {
    const what = command.do === 'transition' ? command.transition : command.do
    const name = `${what} ${'ok' in outcome ? 'ok' : outcome.error}`
    tally.set(name, (tally.get(name) ?? 0) + 1)
  }
})
