import { stderr } from 'node:process'
import type { Core } from './core.ts'
import { traceOf } from './http/log.ts'
import { createIntake, type Intake } from './intake/intake.ts'
import { allTargets } from './intake-targets.ts'
import { allKinds } from './kinds.ts'

/** Imports that this process works on itself. */
export function createLocalIntake(core: Core): Intake {
  return createIntake({
    core,
    targets: allTargets,
    kinds: allKinds,
    report: (error) => void stderr.write(`${JSON.stringify({ service: 'intake', error: traceOf(error) })}\n`),
  })
}
