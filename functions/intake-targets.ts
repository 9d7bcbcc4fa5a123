import { assetKinds } from './assets/asset-kinds.ts'
import { assetTargets } from './assets/intake.ts'
import { orgUnitOutline } from './directory/org-unit-outline.ts'
import { personOutline } from './directory/person-outline.ts'
import type { IntakeTarget } from './intake/target.ts'
import type { Outline } from './register/outline.ts'
import { supplierTargets } from './suppliers/intake.ts'
import { supplierKinds } from './suppliers/kinds.ts'

/** Everything that files may be read into. */
export const allTargets: readonly IntakeTarget[] = [...assetTargets, ...supplierTargets]

/** The kinds of records that files are read into, or that their columns name. */
export const intakeKinds: readonly Outline<object>[] = [...assetKinds, ...supplierKinds, orgUnitOutline, personOutline]

/** See `furtherKind`, of what an import may lead to. */
export async function intakeKind(name: string): Promise<Outline<object> | undefined> {
  return intakeKinds.find((kind) => kind.name === name)
}
