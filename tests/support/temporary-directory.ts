import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new directory under the system's temporary one; `remove` deletes it with all it holds. */
export function makeTemporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'forteckna-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
