import type { Words } from './route.ts'
import { fill } from './sentence.ts'
import kindEn from './text/en/kind.json' with { type: 'json' }
import operationEn from './text/en/operation.json' with { type: 'json' }
import kindSv from './text/sv/kind.json' with { type: 'json' }
import operationSv from './text/sv/operation.json' with { type: 'json' }

type KindNames = { [kind: string]: { one: string; many: string } | undefined }

/** What a common route does, for the OpenAPI document. Throws when the kind has no name in both languages. */
export function operationWords(operation: keyof typeof operationSv, kind?: string): Words {
  const names = { sv: (kindSv as KindNames)[kind ?? ''], en: (kindEn as KindNames)[kind ?? ''] }
  if (kind && !(names.sv && names.en)) throw new Error(`http/text has no name for the kind ${kind}`)
  return { sv: fill(operationSv[operation], names.sv), en: fill(operationEn[operation], names.en) }
}
