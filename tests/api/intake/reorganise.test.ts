import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIntake } from '../../../functions/intake/intake.ts'
import { createQueueRunner, type ImportWork } from '../../../functions/intake/work-queue.ts'
import { createWorkHandler, type WorkHandler } from '../../../functions/intake-work/handler.ts'
import { allTargets, intakeKinds } from '../../../functions/intake-targets.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { queueEvent } from '../../support/lambda-events.ts'
import { createAsset } from '../assets/record.ts'

const dayMs = 86_400_000

let app: TestApp
let handler: WorkHandler
let told: object[] = []
let sent: ImportWork[] = []
beforeAll(async () => {
  app = await openTestApp()
  const queue = { send: async (work: readonly ImportWork[]) => void sent.push(...work) }
  const runner = () => createQueueRunner(queue)
  const intake = createIntake({ core: app.core, targets: allTargets, kinds: intakeKinds, runner })
  handler = createWorkHandler({
    deps: { ...intake.deps, tallies: intake.tallies, queue },
    meter: createMeter(),
    receives: 3,
    postpone: async () => {},
    report: (figures, beside) => told.push({ ...figures, ...beside }),
  })
})
afterAll(() => app.close())

/** The message of the night, with so much time left to work on it. */
async function night(leftMs: number): Promise<unknown> {
  ;[told, sent] = [[], []]
  const event = queueEvent('imports', [{ id: 'm', body: '{"step":"reorganise"}', received: 1, sentAt: 0 }])
  return handler(event as Parameters<WorkHandler>[0], { getRemainingTimeInMillis: () => leftMs })
}

test('a night carries out the reorganisations whose day has come, in as many calls as it takes', async () => {
  const [from, to] = [app.units['hjartmottagningen'], app.units['akutmottagningen']]
  const data = { name: 'Dator', equipmentType: 'pc', usingOrgUnitIds: [from] }
  const asset = await createAsset(app, 'it', '/api/equipment', data)
  const plan = await app.as('it').post('/api/reorganisations', {
    data: { from, to, at: '2026-11-22', preview: { changed: 1, refused: 0 } },
  })
  expect(plan.status).toBe(201)

  await night(300_000)
  expect([told, sent]).toMatchObject([[{ step: 'reorganise', plans: 0, moved: 0 }], []])

  app.advance(dayMs)
  expect(await night(0)).toEqual({ batchItemFailures: [] })
  expect([told, sent]).toMatchObject([[{ plans: 0 }], [{ step: 'reorganise' }]])

  await night(300_000)
  expect([told, sent]).toMatchObject([[{ plans: 1, moved: 1, refused: 0 }], []])
  const moved = await app.as('it').get(`/api/equipment/${asset.id}`)
  expect(moved.body.data.usingOrgUnitIds).toEqual([to])
})
