import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createClock } from '../../functions/clock.ts'
import { createCore } from '../../functions/core.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { allKinds } from '../../functions/kinds.ts'
import { activity } from '../../functions/processing/activity.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { managedFields } from '../../functions/processing/form.ts'
import type { Actor } from '../../functions/register/actor.ts'
import type { Engine, Shown } from '../../functions/register/api.ts'
import { canonical } from '../../functions/register/canonical.ts'
import { RegisterError } from '../../functions/register/errors.ts'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import type { Store } from '../../functions/store/store.ts'
import { seedFrom } from '../support/seed.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openHandles } from './stores.ts'

/** To replay a failure: MODEL_SEED and MODEL_PATH as printed. */
const seed = seedFrom('MODEL_SEED')
const path = process.env['MODEL_PATH']
const insiders = ['anmalare2', 'fredrik.noren', 'samordnare', 'dso']
const people = [...insiders, 'anmalare', 'revisor', 'dso.exempelby', 'admin']
const directory = makeTemporaryDirectory()

afterAll(() => directory.remove())

interface World {
  store: Store
  engine: Engine
  actors: { [userId: string]: Actor }
  /** What a complete notification says. */
  complete: ActivityData
}

type Command =
  | { do: 'advance' }
  | { do: 'create'; as: string; without: string[] }
  | { do: 'update'; as: string; without: string[]; name?: string }
  | { do: 'allowed'; as: string; pick: number; comment?: string }
  | { do: 'any'; as: string; transition: string; comment?: string }
  | { do: 'comment'; as: string; pointer?: string }

/** The ordinary way through the workflow: who takes which step from a state. */
const ordinary: { [state: string]: [userId: string, transition: string] } = {
  draft: ['anmalare2', 'submit'],
  returned: ['anmalare2', 'submit'],
  submitted: ['samordnare', 'take'],
  coordinatorReview: ['samordnare', 'forward'],
  dpoReview: ['dso', 'register'],
  registered: ['anmalare2', 'revise'],
  revision: ['anmalare2', 'submit'],
}

const inputs: { [transition: string]: (shown?: Shown<ActivityData>) => object } = {
  refuse: () => ({ reason: 'notPersonalData' }),
  end: () => ({ endedAt: '2026-01-01', endReason: 'Verksamheten är slut.', endDisposition: 'destroyed' }),
  archive: () => ({ archiveRef: 'Arkiv 7' }),
  remark: () => ({ text: 'Gallringen saknar stöd.' }),
  answerRemark: (shown) => ({ remarkId: shown?.record.remarks?.at(-1)?.id ?? 'none', text: 'Stödet finns nu.' }),
  closeRemark: (shown) => ({ remarkId: shown?.record.remarks?.at(-1)?.id ?? 'none' }),
}

const as = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...insiders) },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
)
const without = fc.subarray(
  ['purposes', 'retentionRules', 'controllerOrgUnitId', 'orgUnitId', 'contactPersonId', 'name'],
  {
    maxLength: 2,
  },
)
const nothingLeftOut = fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: without })
const comment = fc.option(fc.constant('Därför att det behövs.'), { nil: undefined, freq: 4 })
const transition = fc.constantFrom(...Object.keys(activity.transitions))
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Command>({ do: 'advance' }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('allowed' as const), as, pick: fc.nat({ max: 12 }), comment }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('any' as const), as, transition, comment }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      as,
      without: nothingLeftOut,
      name: fc.option(fc.constantFrom('Ny benämning', 'Åter en'), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('comment' as const), as, pointer: fc.constantFrom(undefined, '/name') }),
  },
)
const sequences = fc.tuple(
  fc.record({
    do: fc.constant('create' as const),
    as: fc.constantFrom('anmalare2', 'samordnare'),
    without: nothingLeftOut,
  }),
  fc.array(command, { minLength: 15, maxLength: 30 }),
)

async function openWorld(endpoint: string | undefined): Promise<World> {
  const [store] = (await openHandles(endpoint, directory.path, 1)) as [Store]
  const clock = createClock(Date.now, '2026-11-21T09:00:00Z')
  await fillDemo(store, clock, true)
  const { deps, directory: organisation } = createCore({ store, clock, kinds: allKinds })
  const ids = await Promise.all(people.map((userId) => organisation.find(userId)))
  const actors = await Promise.all(ids.map((id) => organisation.actor(id as string, 'sv')))
  const byName = Object.fromEntries(people.map((userId, index) => [userId, actors[index] as Actor]))
  const { items } = await deps.engine.list(activity, { q: 'Patientjournal akutmottagning' }, byName['dso'] as Actor)
  const found = await deps.engine.get(activity, items[0]?.id ?? '', byName['dso'] as Actor)
  const own = Object.entries(found.record.data).filter(([field]) => !managedFields.includes(field))
  return { store, engine: deps.engine, actors: byName, complete: Object.fromEntries(own) }
}

/** Runs a sequence on one record, checking at each step what must hold whatever was done; gives what came of each. */
async function run(world: World, [first, rest]: [Command & { do: 'create' }, Command[]]): Promise<string[]> {
  const { engine, actors, complete } = world
  const dataWithout = (fields: string[]) =>
    Object.fromEntries(Object.entries(complete).filter(([field]) => !fields.includes(field)))
  const created = await outcome(() => engine.create(activity, dataWithout(first.without), actors[first.as] as Actor))
  if (!('record' in created)) return [created.refused]
  const { id } = created.record
  const outcomes = ['created']
  const registered = new Map<number, string>()
  let newest = created

  for (const planned of rest) {
    const call = planned.do === 'advance' ? nextStep(newest) : planned
    const actor = actors[call.as] as Actor
    const seen = await outcome(() => engine.get(activity, id, actor))
    const allowed = 'record' in seen ? seen.allowed : []
    const { revision } = newest.record
    const attempt = attemptOf(call, allowed)
    const result = await outcome(() => perform(attempt))
    expectHonest(attempt, allowed, result)
    outcomes.push(
      'record' in result
        ? `${attempt} ${result.record.state} ${result.record.revision}`
        : `${attempt} ${result.refused}`,
    )
    if (!('record' in result) || attempt === 'comment') continue
    expect(result.record.revision).toBe(revision + 1)
    newest = await engine.get(activity, id, { ...actor, system: true })
    expect(newest.record.revision).toBe(revision + 1)
    await expectRegisteredUnchanged(newest.record.registeredRevision)

    async function perform(what: string): Promise<Shown<ActivityData>> {
      if (call.do === 'comment') {
        await engine.comment(
          activity,
          id,
          { text: 'Se över svaret.', ...(call.pointer && { pointer: call.pointer }) },
          actor,
        )
        return newest
      }
      if (call.do === 'update') {
        const data = { ...dataWithout(call.without), ...(call.name && { name: call.name }) }
        return engine.update(activity, id, revision, data, actor)
      }
      const shown = 'record' in seen ? seen : undefined
      const more = call.do === 'create' || !call.comment ? {} : { comment: call.comment }
      return engine.transition(
        activity,
        id,
        revision,
        { transition: what, data: inputs[what]?.(shown), ...more },
        actor,
      )
    }
  }
  return outcomes

  async function expectRegisteredUnchanged(inForce: number | undefined): Promise<void> {
    const system = { ...(actors['dso'] as Actor), system: true }
    const revisions = new Set([...registered.keys(), ...(inForce ? [inForce] : [])])
    for (const revision of revisions) {
      const { record } = await engine.get(activity, id, system, { revision })
      const text = canonical(record)
      expect(registered.get(revision) ?? text).toBe(text)
      registered.set(revision, text)
    }
  }
}

/** The manager attests before the review ends; then whoever's turn it is takes the ordinary step. */
function nextStep({ record }: Shown<ActivityData>): Command & { do: 'any' } {
  const attests = record.state === 'coordinatorReview' && !record.data.managerAttestation
  const [person, transition] = attests ? ['fredrik.noren', 'attest'] : (ordinary[record.state] ?? ['dso', 'reopen'])
  return { do: 'any', as: person, transition, comment: 'Så som rutinen säger.' }
}

function attemptOf(call: Exclude<Command, { do: 'advance' }>, allowed: readonly string[]): string {
  const moves = allowed.filter((name) => name !== 'edit')
  if (call.do === 'allowed') return moves[call.pick % Math.max(moves.length, 1)] ?? 'submit'
  return call.do === 'any' ? call.transition : call.do
}

/** What `allowed` names is never refused to this person in this state; what it does not name never succeeds. */
function expectHonest(attempt: string, allowed: readonly string[], result: Outcome): void {
  if (attempt === 'comment') return
  const named = allowed.includes(attempt === 'update' ? 'edit' : attempt)
  const refusal = 'record' in result ? '' : result.refused
  const barred = ['forbidden', 'not-found', 'transition-refused wrong-state', 'transition-refused not-editable']
  expect({ attempt, allowed, refusal, barred: named && barred.includes(refusal) }).toMatchObject({ barred: false })
  expect({ attempt, allowed, made: !named && refusal === '' }).toMatchObject({ made: false })
}

type Outcome = Shown<ActivityData> | { refused: string }

/** Only `RegisterError` is an answer; anything else is a fault and fails the test. */
async function outcome(call: () => Promise<Shown<ActivityData>>): Promise<Outcome> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error
    return { refused: [error.code, error.extra.reason].filter(Boolean).join(' ') }
  }
}

describe('activities in random hands', () => {
  const endpoint = inject('dynamodbEndpoint')
  let embedded: World
  let dynamodb: World | undefined

  beforeAll(async () => {
    embedded = await openWorld(undefined)
    if (endpoint) dynamodb = await openWorld(endpoint)
  })
  afterAll(async () => {
    await embedded.store.close()
    await dynamodb?.store.close()
  })

  it('keep every promise of the workflow, alike on both stores, and leave a store that verifies', async () => {
    console.log(`seed ${seed}; replay with MODEL_SEED=${seed}`)
    const tally = new Map<string, number>()
    let count = 0
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const outcomes = await run(embedded, sequence)
      for (const state of outcomes.map((each) => each.split(' ')[1] ?? each))
        tally.set(state, (tally.get(state) ?? 0) + 1)
      if (dynamodb && count++ % 10 === 0) expect(await run(dynamodb, sequence)).toEqual(outcomes)
    })
    await fc.assert(property, { numRuns: 60, seed, ...(path && { path }), endOnFailure: true })
    console.log(
      Array.from(tally, ([name, times]) => `${name} ${times}`)
        .toSorted()
        .join(', '),
    )
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const { store } of dynamodb ? [embedded, dynamodb] : [embedded]) {
      expect((await verifyStore(store, allKinds, sha256)).faults).toEqual([])
    }
  })
})
