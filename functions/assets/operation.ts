import type { Words } from '../http/route.ts'
import en from './text/en/operations.json' with { type: 'json' }
import sv from './text/sv/operations.json' with { type: 'json' }

/** What a route of the inventory's own does, for the OpenAPI document. */
export function assetOperation(operation: keyof typeof sv): Words {
  return { sv: sv[operation], en: en[operation] }
}
