import { afterAll, describe, expect, it } from 'vitest'
import { type SettledMail, settledMails } from '../../functions/mail/mail.ts'
import { file, type Flow } from '../support/activity-flow.ts'
import { waitingMails } from '../support/aftermath.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { createRandom } from '../support/faulty-store.ts'
import { openRoughWorld } from '../support/rough-world.ts'

/** Deliveries of events and messages; by hand 10 000 and more, with SEED for other worlds. */
const deliveries = Number(process.env['EVENTS'] ?? 1000)
const seed = Number(process.env['SEED'] ?? 20261122)

type Step = { who: string; move: string; more?: object; tells: readonly string[] }

const submit: Step = {
  who: 'anmalare',
  move: 'submit',
  more: { comment: 'Klart.' },
  tells: ['anmalare receipt', 'chef attest', 'samordnare take'],
}
const take: Step = { who: 'samordnare', move: 'take', tells: [] }
const giveBack: Step = { who: 'samordnare', move: 'return', more: { comment: 'Vilka?' }, tells: ['anmalare returned'] }
const attest: Step = { who: 'chef', move: 'attest', tells: [] }
const forward: Step = { who: 'samordnare', move: 'forward', more: { comment: 'Granskad.' }, tells: ['dso register'] }
const register: Step = {
  who: 'dso',
  move: 'register',
  more: { comment: 'Åtgärda.' },
  tells: ['anmalare registered', 'chef registered'],
}
const remark: Step = {
  who: 'dso',
  move: 'remark',
  more: { data: { text: 'Ange lagrum.' } },
  tells: ['anmalare remark', 'chef remark'],
}

/** The ways that notifications take; each is an order of steps, and says by itself who is to be told. */
const ways: readonly (readonly Step[])[] = [
  [submit, take, attest, forward, register],
  [submit, take, giveBack, submit, take, giveBack, submit],
  [submit, remark, take, attest, forward, register, remark],
  [submit, take, giveBack],
]

let app: TestApp
afterAll(() => app.close())

describe(`${deliveries} deliveries of what has changed (seed ${seed})`, () => {
  it(
    'tell everybody once of everything, whatever comes twice, late, out of order or never',
    { timeout: 900_000 },
    async () => {
      app = await openTestApp()
      app.changes.forget(Number.MAX_SAFE_INTEGER)
      const random = createRandom(seed)
      const world = openRoughWorld(app, random, app.advance)
      const people = new Map(Object.entries(app.people).map(([userId, id]) => [id, userId]))
      const expected: string[] = []
      const flows: { flow: Flow; steps: Step[] }[] = []
      while (world.deliveries < deliveries) {
        if (flows.length < 12 || random() < 0.3)
          flows.push({ flow: await file(app), steps: [...(ways[Math.floor(random() * ways.length)] ?? [])] })
        const moving = flows.filter(({ steps }) => steps.length > 0)
        const one = moving[Math.floor(random() * moving.length)]
        const step = one?.steps.shift()
        if (one && step) {
          await one.flow.move(step.who, step.move, step.more)
          expected.push(...step.tells.map((line) => `${one.flow.id} ${line}`))
        }
        await world.deliver(Math.floor(random() * 30))
      }
      await world.calmDown()
      const settled: SettledMail[] = []
      for (let after: string | undefined; ;) {
        const { items, next } = await app.store.query(settledMails, { limit: 1000, ...(after && { after }) })
        settled.push(...items.map(({ body }) => body as unknown as SettledMail))
        if (!next) break
        after = next
      }
      const told = settled.map(({ recordId, personId, what }) => `${recordId} ${people.get(personId)} ${what}`)
      expect(told.sort()).toEqual(expected.sort())
      expect(settled.filter(({ outcome }) => outcome !== 'sent')).toEqual([])
      expect(await waitingMails(app)).toEqual([])
      expect([...world.letters.keys()].sort()).toEqual(settled.map(({ id }) => id).sort())
      expect([...world.letters].filter(([, times]) => times !== 1)).toEqual([])
      expect(world.lost).toBeGreaterThan(0)
      console.log(`${world.deliveries} deliveries, ${world.lost} lost, ${settled.length} mails, each once`)
    },
  )
})
