import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileTooLarge, readWhole } from '../../../functions/files/file-store.ts'
import { openFolder } from '../../../functions/files/folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forteckna-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (content: string) => new TextEncoder().encode(content)

async function* failing() {
  yield text('half')
  throw new Error('the line was cut')
}

describe('a folder of files', () => {
  it('gives back what was put, with its size and hash', async () => {
    const files = openFolder(folder)
    const stored = await files.put('imports/imp_1/file', text('abc'))
    expect(stored).toEqual({ bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' })
    expect((await readWhole(files, 'imports/imp_1/file'))?.toString()).toBe('abc')
  })

  it('keeps the old file when a new one is cut off, and leaves no half file', async () => {
    const files = openFolder(folder)
    await files.put('a', text('whole'))
    await expect(files.put('a', failing())).rejects.toThrow('cut')
    expect((await readWhole(files, 'a'))?.toString()).toBe('whole')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('stops a file that is too large while it is received', async () => {
    const files = openFolder(folder)
    await expect(files.put('big', text('12345'), 4)).rejects.toThrow(FileTooLarge)
    expect(existsSync(join(folder, 'big'))).toBe(false)
  })

  it('knows nothing of a file that is not there, and forgets one that is removed', async () => {
    const files = openFolder(folder)
    expect(await files.read('none/at/all')).toBeUndefined()
    await files.put('a', text('x'))
    await files.remove('a')
    expect(await files.read('a')).toBeUndefined()
  })

  it.each(['../secret', 'a/../b', '/etc/passwd', 'a//b', '', '.hidden', 'a\\b', 'å'])(
    'refuses the path %j',
    async (path) => {
      await expect(openFolder(folder).put(path, text('x'))).rejects.toThrow('no path')
    },
  )
})
