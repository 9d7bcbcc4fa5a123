import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { completeLoad } from '../../../functions/intake/complete-load.ts'
import { createIntake } from '../../../functions/intake/intake.ts'
import { createQueueRunner, type ImportWork } from '../../../functions/intake/work-queue.ts'
import { allTargets, intakeKinds } from '../../../functions/intake-targets.ts'
import { createWorkHandler } from '../../../functions/intake-work/handler.ts'
import { createLocalIntake } from '../../../functions/local-intake.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { queueEvent } from '../../support/lambda-events.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const source = 'mdm'
const names = Array.from({ length: 450 }, (_, at) => `K${String(at).padStart(3, '0')}`)
const missing = names.filter((_, at) => at % 45 === 0)
const file = Buffer.from(['Inv.nr;Datornamn', ...names.map((name) => `${name};Dator ${name}`)].join('\n'))

/** 450 assets of a source, of which its last two full loads and the one that is about to end have named all but ten. */
async function loaded() {
  const { deps, imports, runner } = createLocalIntake(app.core)
  const actor = (await app.core.directory.actor(app.people['it'] ?? '', 'sv'))!
  const { job } = await imports.receive({ kind: 'equipment', source, fileName: 'a.csv', content: file }, actor)
  await imports.map(job.id, {}, actor)
  await runner.settled()
  await imports.apply(job.id, { mode: 'all', confirmed: true }, actor)
  await runner.settled()
  const seen = names.filter((name) => !missing.includes(name))
  for (const load of ['1', '2', '3']) {
    await deps.loads.name(source, load, 'all', seen)
    if (load !== '3') await completeLoad(deps, { source, load }, actor)
  }
  return { deps, actor }
}

describe('the end of a full load', () => {
  it('goes on where it stopped when its time was up, and counts what it marked before', async () => {
    const { deps, actor } = await loaded()
    const hurried = { ...deps, timeIsUp: () => true }
    const end = () => completeLoad(hurried, { source, load: '3' }, actor)
    expect(await end()).toBeUndefined()
    const place = await deps.loads.place(source, '3')
    expect(place).toMatchObject({ kind: 'equipment', unseen: 5, seenAgain: 0 })
    expect(await end()).toBeUndefined()
    expect(await end()).toMatchObject({ named: 440, held: false, unseen: 10, seenAgain: 0 })
    expect(await end()).toMatchObject({ unseen: 10 })
  })

  it('looks at no record twice when it goes on', async () => {
    const { deps, actor } = await loaded()
    const looked: string[] = []
    const records: typeof deps.register.records = (kind, ids, who) => {
      looked.push(...ids)
      return deps.register.records(kind, ids, who)
    }
    const hurried = { ...deps, register: { ...deps.register, records }, timeIsUp: () => true }
    for (let turns = 0; turns < 3; turns++) await completeLoad(hurried, { source, load: '3' }, actor)
    expect(looked).toHaveLength(450)
    expect(new Set(looked).size).toBe(450)
  })

  it('is taken up by the next worker when it comes in pieces', async () => {
    const sent: ImportWork[] = []
    const queue = { send: async (work: readonly ImportWork[]) => void sent.push(...work) }
    const runner = () => createQueueRunner(queue)
    const intake = createIntake({ core: app.core, targets: allTargets, kinds: intakeKinds, runner })
    const actor = (await app.core.directory.actor(app.people['it'] ?? '', 'sv'))!
    const deps = { ...intake.deps, tallies: intake.tallies, queue }
    const { job } = await intake.imports.receive({ kind: 'equipment', source, fileName: 'a.csv', content: file }, actor)
    const came: unknown[] = []
    const handler = createWorkHandler({
      deps,
      meter: createMeter(),
      receives: 3,
      postpone: async () => {},
      report: (_, { step, came: word }) => came.push(`${step}: ${word}`),
    })
    const work = async (seconds: number) => {
      for (let one = sent.shift(); one; one = sent.shift()) {
        const event = queueEvent('imports', [{ id: 'm', body: JSON.stringify(one), received: 1, sentAt: 0 }])
        await handler(event as never, { getRemainingTimeInMillis: () => seconds * 1000 })
      }
    }
    await intake.imports.map(job.id, { scope: 'whole' }, actor)
    await work(300)
    await intake.imports.apply(job.id, { mode: 'all', confirmed: true }, actor)
    await work(30)
    expect(await intake.imports.get(job.id, actor)).toMatchObject({
      state: 'applied',
      load: { named: 450, held: false },
    })
    expect(came.filter((word) => word === 'go: 0 pieces')).toHaveLength(2)
  })
})
