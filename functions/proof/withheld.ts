import type { Outline } from '../register/outline.ts'
import { secretFields } from '../register/read/mask.ts'
import type { RecordOf } from '../register/record.ts'
import type { Revision } from '../register/seal/revision.ts'

/**
 * What of a revision a proof holds by its hash alone: fields that are secret, then or now, and the names of what it links to, which
 * the product keeps for its own search.
 */
export function withheldOf<T extends object>(kind: Outline<T>, revision: Revision<T>, current: RecordOf<T>): string[] {
  const secret = Object.keys(secretFields(kind, revision.data, current.data))
  return [...secret.map((field) => `/data/${field}`), '/names']
}
