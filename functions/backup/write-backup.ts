import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Store } from '../store/store.ts'
import { createContentDigest, isCounted, isKept } from './content-digest.ts'
import { copyFiles } from './copy-files.ts'
import { manifestName, type Manifest, type Part } from './manifest.ts'

const partCharacters = 8 * 1024 * 1024

/**
 * Writes everything a store holds to an empty folder, in parts of 8 MB before compression, which is all that is in memory at a time.
 * Throws when the folder holds something, or when an item cannot be read: such a backup would not be whole.
 * @param filesFrom folders of files to be taken along, by the name they have in the backup
 */
export async function writeBackup(
  store: Store,
  folder: string,
  at: string,
  filesFrom: { readonly [name: string]: string } = {},
): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const digest = createContentDigest()
  const parts: Part[] = []
  let lines: string[] = []
  let characters = 0
  const settle = (): void => {
    if (lines.length === 0) return
    parts.push(writePart(folder, parts.length + 1, lines))
    lines = []
    characters = 0
  }
  for (let after: string | undefined, more = true; more;) {
    const page = await store.scan(after)
    for (const item of page.items) {
      if (item.unreadable) throw new Error(`unreadable: ${item.pk} | ${item.sk}. Run npm run verify.`)
      if (!isKept(item)) continue
      if (isCounted(item)) digest.add(item)
      const line = JSON.stringify(item)
      lines.push(line)
      characters += line.length
      if (characters > partCharacters) settle()
    }
    after = page.next
    more = after !== undefined
  }
  settle()
  const files = copyFiles(filesFrom, folder)
  const counted = { items: digest.items(), digest: digest.value() }
  const manifest: Manifest = { format: 'forteckna-backup-1', at, ...counted, parts, files }
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest, undefined, 1), { flush: true })
  return manifest
}

function writePart(folder: string, number: number, lines: readonly string[]): Part {
  const name = `items-${String(number).padStart(6, '0')}.jsonl.gz`
  const bytes = gzipSync(lines.join('\n'), { level: 1 })
  writeFileSync(join(folder, name), bytes, { flush: true })
  return { name, items: lines.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
