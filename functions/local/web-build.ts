import { createHash } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const sources = ['web', 'functions', 'infra', 'package-lock.json']

/**
 * The directory of the web front end as built from the sources that are there now. Each state of the sources has a directory of
 * its own, put in place when whole, so that servers that start at once do not disturb each other.
 */
export async function builtWeb(): Promise<string> {
  const directory = join(root, '.build', `web-${fingerprint()}`)
  if (existsSync(join(directory, 'index.html'))) return directory
  const { buildWeb } = await import('../../infra/build-web.ts')
  const building = `${directory}.${process.pid}`
  await buildWeb(building)
  try {
    renameSync(building, directory)
    removeOlder(directory)
  } catch {
    // Another server that starts was first.
    rmSync(building, { recursive: true, force: true })
  }
  return directory
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const line of stamps(join(root, source))) hash.update(line)
  return hash.digest('hex').slice(0, 16)
}

function stamps(path: string): string[] {
  const stat = statSync(path)
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}\n`]
  return readdirSync(path)
    .sort()
    .flatMap((name) => stamps(join(path, name)))
}

const keptMs = 60 * 60 * 1000

function removeOlder(current: string): void {
  const parent = join(current, '..')
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('web-'))) {
    const path = join(parent, name)
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (path !== current && Date.now() - made > keptMs) rmSync(path, { recursive: true, force: true })
  }
}
