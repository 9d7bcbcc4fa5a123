import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import { requirementSentences } from '../http/requirement-sentences.ts'
import type { Route } from '../http/route.ts'
import { agreement } from './agreement.ts'
import { supplier } from './supplier.ts'
import en from './text/en/requirements.json' with { type: 'json' }
import sv from './text/sv/requirements.json' with { type: 'json' }

const presenter = requirementSentences({ sv, en })

/** What a client may ask of suppliers and agreements. */
export function supplierRoutes(deps: Deps): Route[] {
  return [...recordRoutes(supplier, deps, presenter), ...recordRoutes(agreement, deps, presenter)]
}
