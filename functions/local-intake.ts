import { stderr } from 'node:process'
import { assetTargets } from './assets/intake.ts'
import type { Core } from './core.ts'
import { createIntake, type Intake } from './intake/intake.ts'
import type { IntakeTarget } from './intake/target.ts'
import { allKinds } from './kinds.ts'
import { supplierTargets } from './suppliers/intake.ts'

/** Everything that files may be read into. */
export const allTargets: readonly IntakeTarget[] = [...assetTargets, ...supplierTargets]

/** Imports that this process works on itself. */
export function createLocalIntake(core: Core): Intake {
  return createIntake({
    core,
    targets: allTargets,
    kinds: allKinds,
    report: (error) => void stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  })
}
