import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIntake } from '../../../functions/intake/intake.ts'
import { createQueueRunner, type ImportWork, QueueRefused } from '../../../functions/intake/work-queue.ts'
import { createWorkHandler } from '../../../functions/intake-work/handler.ts'
import { sweep } from '../../../functions/intake-work/sweep.ts'
import { allTargets, intakeKinds } from '../../../functions/intake-targets.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { queueEvent } from '../../support/lambda-events.ts'

const minuteMs = 60_000
const file = Buffer.from('Inv.nr;Datornamn;Enhet\r\nPC-1;Bärbar dator;Akutmottagningen')

let app: TestApp
let isDown: boolean
let sent: ImportWork[]
beforeEach(async () => {
  app = await openTestApp()
  isDown = false
  sent = []
})
afterEach(() => app.close())

/** An import whose work is handed over by a queue that may be down. */
async function handedOver() {
  const queue = {
    send: async (work: readonly ImportWork[]) => {
      if (isDown && work.length > 0) throw new QueueRefused('down')
      sent.push(...work)
    },
  }
  const core = app.core
  const files = { ...core.deps.files, uploadLink: async () => 'https://files.example/upload' }
  const intake = createIntake({
    core: { ...core, deps: { ...core.deps, files } },
    targets: allTargets,
    kinds: intakeKinds,
    runner: () => createQueueRunner(queue),
  })
  const actor = (await core.directory.actor(app.people['it'] ?? '', 'sv'))!
  const upload = { kind: 'equipment', source: 'sccm', fileName: 'fil.csv' }
  return { ...intake, actor, upload, deps: { ...intake.deps, tallies: intake.tallies, queue } }
}

describe('the sweep', () => {
  it('gives word anew of an import that the queue took none of, while nobody looks at it', async () => {
    const { deps, imports, actor, upload } = await handedOver()
    const { job } = await imports.receive({ ...upload, content: file }, actor)
    isDown = true
    await imports.map(job.id, {}, actor)
    expect(sent).toEqual([])
    await expect(sweep(deps)).rejects.toThrow(QueueRefused)
    isDown = false
    expect(await sweep(deps)).toBe(0)
    app.advance(3 * minuteMs)
    expect(await sweep(deps)).toBe(1)
    expect(sent).toEqual([{ step: 'go', id: job.id }])
    expect(await sweep(deps)).toBe(0)
  })

  it('leaves alone what is being worked on, what waits for a person, and what is done', async () => {
    const { deps, imports, actor, upload } = await handedOver()
    const { job } = await imports.receive({ ...upload, content: file }, actor)
    await imports.map(job.id, {}, actor)
    expect(await sweep(deps)).toBe(0)
    const held = (await deps.jobs.get(job.id))!
    for (const state of ['mapping', 'checked', 'applied', 'failed'] as const) {
      await deps.jobs.save((await deps.jobs.get(job.id))!, { ...held.job, state })
      app.advance(60 * minuteMs)
      expect(await sweep(deps)).toBe(0)
    }
  })

  it('lets pieces wait an hour for their turn before it asks for them anew', async () => {
    const { deps, imports, actor, upload } = await handedOver()
    const { job } = await imports.receive({ ...upload, content: file }, actor)
    await imports.map(job.id, {}, actor)
    const held = (await deps.jobs.get(job.id))!
    const counts = { created: 0, changed: 0, unchanged: 0, failed: 0 }
    const applied = { mode: 'all' as const, by: actor.personId, startedAt: deps.now(), row: 0, counts, chunks: 2 }
    const applying = { ...held.job, state: 'applying' as const, applied }
    await deps.jobs.save(held, applying)
    await deps.tallies.begin(applying, { chunks: 2, rows: 300, spared: 0 })
    app.advance(50 * minuteMs)
    expect(await sweep(deps)).toBe(0)
    app.advance(11 * minuteMs)
    expect(await sweep(deps)).toBe(1)
  })

  it('looks for a file that was announced while the queue was down, once its time is out', async () => {
    const { deps, imports, actor, upload } = await handedOver()
    isDown = true
    const announced = (await imports.announce({ ...upload, bytes: file.length }, actor))!
    isDown = false
    app.advance(14 * minuteMs)
    expect(await sweep(deps)).toBe(0)
    app.advance(2 * minuteMs)
    expect(await sweep(deps)).toBe(1)
    expect(sent).toEqual([{ step: 'await', id: announced.job.id }])
    const figures: object[] = []
    const handler = createWorkHandler({
      deps,
      meter: createMeter(),
      receives: 3,
      postpone: async () => {},
      report: (counted, beside) => figures.push({ ...counted, ...beside }),
    })
    const message = (work: ImportWork) =>
      queueEvent('imports', [{ id: 'm', body: JSON.stringify(work), received: 1, sentAt: 0 }]) as Parameters<
        typeof handler
      >[0]
    const context = { getRemainingTimeInMillis: () => 300_000 }
    await handler(message({ step: 'sweep' }), context)
    expect(figures).toMatchObject([{ ImportsForgotten: 1, step: 'sweep' }])
    await handler(message(sent[0]!), context)
    expect((await deps.jobs.get(announced.job.id))!.job).toMatchObject({
      state: 'failed',
      fault: { reason: 'upload-missing' },
    })
    expect(await sweep(deps)).toBe(0)
  })
})
