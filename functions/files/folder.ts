import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assertPath, type Content, type FileStore, piecesOf, type StoredFile } from './file-store.ts'

const readBytes = 256 * 1024

/** Files in a folder of the local disk. A file appears under its name only when it is whole and synced. */
export function openFolder(folder: string): FileStore {
  const placeOf = (path: string): string => {
    assertPath(path)
    return join(folder, path)
  }
  return {
    async put(path, content, mostBytes) {
      const place = placeOf(path)
      await mkdir(dirname(place), { recursive: true })
      const beside = `${place}.${randomUUID()}.part`
      try {
        const stored = await write(beside, content, mostBytes)
        await rename(beside, place)
        return stored
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    async read(path) {
      const place = placeOf(path)
      const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
        throw error
      })
      return found?.isFile() ? createReadStream(place, { highWaterMark: readBytes }) : undefined
    },
    remove: async (path) => rm(placeOf(path), { force: true }),
  }
}

async function write(place: string, content: Content, mostBytes?: number): Promise<StoredFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(place, 'wx')
  try {
    for await (const piece of piecesOf(content, mostBytes)) {
      hash.update(piece)
      bytes += piece.byteLength
      await file.write(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
