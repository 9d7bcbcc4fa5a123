import type { DynamoDBRecord, SQSRecord } from 'aws-lambda'
import { createCore } from '../../functions/core.ts'
import { createFollowUp } from '../../functions/follow-up/work.ts'
import { allKinds } from '../../functions/kinds.ts'
import { NotSent, type Post } from '../../functions/mail/post.ts'
import { createMailSender } from '../../functions/mail/work.ts'
import { createNightly } from '../../functions/nightly/work.ts'
import type { TestApp } from './app.ts'
import type { Faults } from './faulty-store.ts'
import { mortalStore, type MortalStore } from './mortal-store.ts'

const minuteMs = 60_000
/** Clocks of two processes differ by so much at most, each way. */
const skewMs = 3 * minuteMs

const faults: Faults = { busy: 0.01, timeoutBefore: 0.02, timeoutAfter: 0.02, death: 0.02, truncated: 0.02 }
const calm: Faults = { busy: 0, timeoutBefore: 0, timeoutAfter: 0, death: 0, truncated: 0 }

/**
 * What follows from changes, in a world where every delivery may come late, twice, out of order or never, every process may die at a
 * commit, clocks differ, the store is throttled, and the post refuses letters or answers nothing.
 */
export interface RoughWorld {
  /** Letters that the post has really taken, by mail. */
  letters: Map<string, number>
  lost: number
  deliveries: number
  /** Delivers so many things, of those that there are. */
  deliver(most: number): Promise<void>
  /** Nights and deliveries without faults, until there is nothing to do. */
  calmDown(): Promise<void>
}

type Parcel = { record: DynamoDBRecord } | { message: SQSRecord }

/** @param random 0 <= x < 1 @param advance lets milliseconds pass */
export function openRoughWorld(app: TestApp, random: () => number, advance: (ms: number) => void): RoughWorld {
  const parcels: Parcel[] = []
  const letters = new Map<string, number>()
  let isCalm = false
  let count = 0
  const chance = (share: number): boolean => !isCalm && random() < share
  const world = { letters, lost: 0, deliveries: 0, deliver, calmDown }

  const message = (body: object): Parcel => ({
    message: { messageId: `message-${count++}`, body: JSON.stringify(body) } as SQSRecord,
  })
  const post: Post = {
    async send(_letter, _address, id) {
      if (chance(0.05)) throw new NotSent('throttled')
      if (chance(0.03)) throw new Error('timed out before it was sent')
      letters.set(id, (letters.get(id) ?? 0) + 1)
      const told = { eventType: 'Send', mail: { tags: { mail: [id] } } }
      parcels.push(message(told))
      if (chance(0.1)) throw new Error('sent, but the answer was lost')
    },
  }
  const queue = {
    async send(ids: readonly string[]) {
      if (chance(0.03)) return ids.map((id) => ({ id, error: new Error('the queue is not there') }))
      for (const id of ids)
        if (chance(0.05)) world.lost++
        else parcels.push(message({ mail: id }))
      return []
    },
  }

  function collect(): void {
    for (let some = app.changes.changes(500); some.length > 0; some = app.changes.changes(500)) {
      for (const { seq, key } of some) {
        const record: DynamoDBRecord = {
          eventName: 'INSERT',
          dynamodb: { Keys: { pk: { S: key.pk }, sk: { S: key.sk } }, SequenceNumber: String(seq) },
        }
        if (chance(0.05)) world.lost++
        else parcels.push({ record })
        if (chance(0.3)) parcels.push({ record })
      }
      app.changes.forget(some.at(-1)?.seq ?? 0)
    }
  }

  /** One run of one process, with its own clock and its own death. */
  async function process(run: (core: TestApp['core'], store: MortalStore) => Promise<void>): Promise<boolean> {
    const store = mortalStore(app.store, isCalm ? calm : faults, random)
    const skew = isCalm ? 0 : Math.round((random() * 2 - 1) * skewMs)
    const ms = () => Date.parse(app.core.deps.now()) + skew
    const clock = { ms, now: () => new Date(ms()).toISOString() }
    const core = createCore({ store, clock, kinds: allKinds })
    const failed = await run(core, store).then(
      () => false,
      () => true,
    )
    return failed || store.isDead()
  }

  async function handle(batch: Parcel[]): Promise<void> {
    const records = batch.flatMap((one) => ('record' in one ? [one.record] : []))
    const messages = batch.flatMap((one) => ('message' in one ? [one.message] : []))
    let failing: Parcel[] = batch
    const died = await process(async (core, store) => {
      const followed = await createFollowUp(core, queue, () => {})({ Records: records })
      const mailed = await createMailSender(core, post, 'https://forteckna.test', () => {})({ Records: messages })
      if (store.isDead()) return
      const failed = new Set(
        [...followed.batchItemFailures, ...mailed.batchItemFailures].map((one) => one.itemIdentifier),
      )
      failing = batch.filter((one) =>
        failed.has('record' in one ? (one.record.dynamodb?.SequenceNumber ?? '') : one.message.messageId),
      )
    })
    parcels.push(...(died ? batch : failing))
  }

  function draw(most: number): Parcel[] {
    const drawn: Parcel[] = []
    while (drawn.length < most && parcels.length > 0) {
      const at = isCalm ? 0 : Math.floor(random() * Math.min(parcels.length, 200))
      const [parcel] = parcels.splice(at, 1)
      if (parcel) drawn.push(parcel)
      if (parcel && chance(0.1)) parcels.push(parcel)
    }
    return drawn
  }

  /** Several processes at once, now and then with one or two that make the nightly pass and are stopped anywhere. */
  async function deliver(most: number): Promise<void> {
    for (let done = 0; done < most;) {
      collect()
      const batches = Array.from({ length: isCalm ? 1 : 3 }, () => draw(1 + Math.floor(random() * 20))).filter(
        (batch) => batch.length > 0,
      )
      if (batches.length === 0) return
      done += batches.flat().length
      world.deliveries += batches.flat().length
      const nights = Array.from({ length: chance(0.05) ? 2 : 0 }, () =>
        process(async (core) => void (await createNightly(core, () => {})(() => random() < 0.9))),
      )
      await Promise.all([...batches.map(handle), ...nights])
      advance(Math.floor(random() * 10_000))
    }
  }

  async function calmDown(): Promise<void> {
    isCalm = true
    for (let quiet = 0; quiet < 3;) {
      await deliver(Infinity)
      advance(2 * 60 * minuteMs)
      await process(async (core) => {
        await createNightly(core, () => {})(() => true)
      })
      collect()
      quiet = parcels.length === 0 ? quiet + 1 : 0
      advance(11 * 60 * minuteMs)
    }
  }

  return world
}
