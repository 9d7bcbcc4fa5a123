import { inventoryKinds } from './assets/kinds.ts'
import { directoryKinds } from './directory/kinds.ts'
import type { Kind } from './register/kind.ts'
import { processingKinds } from './processing/kinds.ts'
import { supplierKinds } from './suppliers/kinds.ts'

/** Every kind of record in the product. */
export const allKinds: readonly Kind<object>[] = [
  ...processingKinds,
  ...inventoryKinds,
  ...supplierKinds,
  ...directoryKinds,
]
