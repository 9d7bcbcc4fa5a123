import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkImport } from '../../../functions/intake/check.ts'
import { createQueueRunner, type ImportWork } from '../../../functions/intake/work-queue.ts'
import { createWorkHandler } from '../../../functions/intake-work/handler.ts'
import { allTargets, intakeKinds } from '../../../functions/intake-targets.ts'
import { createIntake } from '../../../functions/intake/intake.ts'
import { takeWork } from '../../../functions/intake/work.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { queueEvent } from '../../support/lambda-events.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const row = (at: number, serial = at) => `PC-${at};Bärbar dator;Elvedata;T14;ELV-${serial};Akutmottagningen`
const fileOf = (rows: readonly string[]) =>
  Buffer.from(['Inv.nr;Datornamn;Fabrikat;Modell;Serienr;Enhet', ...rows].join('\r\n'))

/** An import that work is handed over for, on the embedded store, with its queue as a list. */
async function handedOver(file: Buffer) {
  const sent: ImportWork[] = []
  const queue = { send: async (work: readonly ImportWork[]) => void sent.push(...work) }
  const intake = createIntake({
    core: app.core,
    targets: allTargets,
    kinds: intakeKinds,
    runner: () => createQueueRunner(queue),
  })
  const actor = (await app.core.directory.actor(app.people['it'] ?? '', 'sv'))!
  const upload = { kind: 'equipment', source: 'sccm', fileName: 'fil.csv', content: file }
  const { job } = await intake.imports.receive(upload, actor)
  const deps = { ...intake.deps, tallies: intake.tallies, queue }
  return { ...intake, deps, sent, actor, id: job.id }
}

describe('a check whose time is up', () => {
  it('goes on where it stopped, and remembers what the rows before were about', async () => {
    const rows = Array.from({ length: 900 }, (_, at) => row(at + 1))
    rows[700] = row(701, 5)
    const { deps, imports, actor, id, sent } = await handedOver(fileOf(rows))
    await imports.map(id, {}, actor)
    expect(sent).toEqual([{ step: 'go', id }])
    let turns = 0
    for (let isDone = false; !isDone; turns += 1) {
      const work = (await takeWork(deps, id, true))!
      isDone = await checkImport({ ...deps, timeIsUp: () => true }, work, actor)
      if (!isDone)
        expect((await deps.jobs.get(id))!.job).toMatchObject({
          state: 'checking',
          progress: { done: Math.min(900, (turns + 1) * 250) },
        })
    }
    expect(turns).toBe(5)
    const { job } = (await deps.jobs.get(id))!
    expect(job).toMatchObject({
      state: 'checked',
      counts: { new: 899, faulty: 1 },
      progress: { done: 900, total: 900 },
    })
  })
})

describe('pieces of an import', () => {
  it('may come in any order, twice and after the last, and each counts once', async () => {
    const { deps, imports, actor, id, sent } = await handedOver(
      fileOf(Array.from({ length: 450 }, (_, at) => row(at + 1))),
    )
    const lines: object[] = []
    const handler = createWorkHandler({
      deps,
      meter: createMeter(),
      receives: 3,
      postpone: async () => {},
      report: (figures, beside) => lines.push({ ...figures, ...beside }),
    })
    const hand = async (...work: readonly ImportWork[]) =>
      handler(
        queueEvent(
          'imports',
          work.map((one, at) => ({ id: String(at), body: JSON.stringify(one), received: 1, sentAt: 0 })),
        ) as never,
        { getRemainingTimeInMillis: () => 300_000 },
      )
    await imports.map(id, {}, actor)
    await hand(...sent.splice(0))
    await imports.apply(id, { mode: 'valid', confirmed: true }, actor)
    const [go] = sent.splice(0)
    await hand(go!)
    const chunks = sent.splice(0)
    expect(chunks).toHaveLength(3)
    expect(await hand(chunks[2]!, chunks[0]!, go!, chunks[0]!)).toEqual({ batchItemFailures: [] })
    expect((await imports.get(id, actor)).progress.done).toBe(250)
    await hand(chunks[1]!, chunks[2]!, go!)
    const counts = { created: 450, changed: 0, unchanged: 0, failed: 0 }
    expect(await imports.get(id, actor)).toMatchObject({ state: 'applied', applied: { counts } })
    expect(JSON.stringify(lines)).not.toMatch(/ELV-|Elvedata|Akutmottagningen/)
    expect((await app.as('it').get('/api/equipment?q=PC-450')).body.items).toMatchObject([{ revision: 1 }])
  })
})
