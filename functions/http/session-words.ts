import type { Words } from './route.ts'
import en from './text/en/session.json' with { type: 'json' }
import sv from './text/sv/session.json' with { type: 'json' }

/** What a session route does, for the OpenAPI document. */
export function sessionWords(operation: keyof typeof sv): Words {
  return { sv: sv[operation], en: en[operation] }
}
