import { careAgreements } from './agreements/care.ts'
import { municipalAgreements } from './agreements/municipality.ts'
import { regionAgreements } from './agreements/region.ts'
import type { DemoAgreement } from './demo-agreement.ts'

/** Every agreement of the demo register; what others belong to comes first. */
export const demoAgreements: readonly DemoAgreement[] = [...careAgreements, ...regionAgreements, ...municipalAgreements]
