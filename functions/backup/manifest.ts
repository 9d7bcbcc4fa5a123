import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One piece of a backup: lines of JSON, one an item, compressed. */
export interface Part {
  name: string
  items: number
  /** SHA-256 of the file. */
  sha256: string
}

/** What a backup holds; written last, so that a folder without it is no backup. */
export interface Manifest {
  format: 'forteckna-backup-1'
  /** When reading began, RFC 3339 UTC. */
  at: string
  /** Items that the digest covers. */
  items: number
  digest: string
  parts: Part[]
  /** Files beside the store, by path, with their SHA-256. */
  files: { path: string; sha256: string }[]
}

export const manifestName = 'backup.json'

/** @throws Error when the folder holds no whole backup */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestName)
  if (!existsSync(file)) throw new Error(`${folder} is no whole backup: ${manifestName} is missing.`)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.format !== 'forteckna-backup-1')
    throw new Error(`${file} is of a format that this release does not know.`)
  return manifest
}
