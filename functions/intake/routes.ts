import type { Core } from '../core.ts'
import { exportRoutes } from '../export/export-routes.ts'
import type { Route } from '../http/route.ts'
import { allTargets, intakeKinds } from '../intake-targets.ts'
import { feedRoutes } from './feed-routes.ts'
import { importRoutes } from './import-routes.ts'
import { createIntake } from './intake.ts'
import { createQueueRunner, type WorkQueue } from './work-queue.ts'

/** Tables in and out of every register, where others do the work: files from a bucket, work to a queue. */
export function intakeRoutes(core: Core, queue: WorkQueue): Route[] {
  const { deps, imports } = createIntake({
    core,
    targets: allTargets,
    kinds: intakeKinds,
    runner: () => createQueueRunner(queue),
  })
  return [...importRoutes(deps, imports), ...exportRoutes(deps), ...feedRoutes(deps, core.deps.store)]
}
