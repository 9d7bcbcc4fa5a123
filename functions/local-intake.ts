import { stderr } from 'node:process'
import type { Core } from './core.ts'
import { traceOf } from './http/log.ts'
import { createIntake, type Intake, type IntakeOptions } from './intake/intake.ts'
import { createRunner } from './intake/runner.ts'
import { allTargets } from './intake-targets.ts'
import { allKinds } from './kinds.ts'

/** Imports that are worked on here, and workbooks read, unless it is said who does. */
export function createLocalIntake(
  core: Core,
  others: Partial<Pick<IntakeOptions, 'runner' | 'keepSheet'>> = {},
): Intake {
  const here: IntakeOptions['runner'] = (deps) => createRunner(deps, reportError)
  return createIntake({ core, targets: allTargets, kinds: allKinds, runner: here, ...others })
}

/** Tells the one who runs the process of what nobody expected. */
export function reportError(error: unknown): void {
  stderr.write(`${JSON.stringify({ service: 'intake', error: traceOf(error) })}\n`)
}
