import { agreement } from './agreement.ts'
import { supplier } from './supplier.ts'

/** Every kind of record that the supplier service keeps. */
export const supplierKinds = [supplier, agreement] as const
