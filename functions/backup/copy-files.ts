import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Copies folders of files below a folder, each under its name. @returns every file's path there, and its SHA-256 */
export function copyFiles(from: { readonly [name: string]: string }, to: string): { path: string; sha256: string }[] {
  return Object.entries(from).flatMap(([name, folder]) =>
    filesIn(folder).map((file) => {
      const path = join(name, relative(folder, file)).split(sep).join('/')
      copyFile(file, join(to, path))
      return { path, sha256: sha256Of(join(to, path)) }
    }),
  )
}

/** Copies files of a backup back. Throws for one that is not the file that was saved. */
export function copyFilesBack(files: readonly { path: string; sha256: string }[], from: string, to: string): void {
  for (const { path, sha256 } of files) {
    if (!existsSync(join(from, path)) || sha256Of(join(from, path)) !== sha256)
      throw new Error(`${path} is not the file that was saved.`)
    copyFile(join(from, path), join(to, path))
  }
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  copyFileSync(from, to)
}

/** Files that are being written end in `.part` and are left out. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
