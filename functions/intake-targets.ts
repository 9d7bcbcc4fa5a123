import { assetTargets } from './assets/intake.ts'
import { assetKinds } from './assets/kinds.ts'
import { orgUnit } from './directory/org-unit.ts'
import { person } from './directory/person.ts'
import type { IntakeTarget } from './intake/target.ts'
import type { Kind } from './register/kind.ts'
import { supplierTargets } from './suppliers/intake.ts'
import { supplierKinds } from './suppliers/kinds.ts'

/** Everything that files may be read into. */
export const allTargets: readonly IntakeTarget[] = [...assetTargets, ...supplierTargets]

/** The kinds of records that files are read into, or that their columns name. */
export const intakeKinds: readonly Kind<object>[] = [...assetKinds, ...supplierKinds, orgUnit, person]

/** See `furtherKind`, of what an import may lead to. */
export async function intakeKind(name: string): Promise<Kind<object> | undefined> {
  return intakeKinds.find((kind) => kind.name === name)
}
