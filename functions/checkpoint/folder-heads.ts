import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignedHead } from './head.ts'
import { headName, leavesName, type Heads } from './heads.ts'

/** Heads in a folder, leaves beside them. A file appears under its name only when it is whole, and none is replaced. */
export function openFolderHeads(folder: string): Heads {
  const keep = (name: string, content: string | Uint8Array): boolean => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const beside = join(folder, `${name}.${randomUUID()}.part`)
    try {
      writeFileSync(beside, content, { flush: true, flag: 'wx' })
      linkSync(beside, join(folder, name))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    } finally {
      rmSync(beside, { force: true })
    }
  }
  return {
    async latest() {
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{8}\.json$/.test(name)) : []
      const last = names.sort().at(-1)
      return last === undefined ? undefined : (JSON.parse(readFileSync(join(folder, last), 'utf8')) as SignedHead)
    },
    async leaves(head) {
      const file = join(folder, leavesName(head))
      return existsSync(file) ? readFileSync(file) : undefined
    },
    async keep(head, leaves) {
      keep(leavesName(head), leaves)
      return keep(headName(head.number), `${JSON.stringify(head, undefined, 2)}\n`)
    },
  }
}
