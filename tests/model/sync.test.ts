import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const committer = resolve(import.meta.dirname, '..', 'support', 'committer.ts')
const directory = makeTemporaryDirectory()
const pairs = 20
const hasStrace = spawnSync('strace', ['-V']).status === 0

afterAll(() => directory.remove())

/** What the process did, in order: wrote to a file, synced one to disk, or acknowledged a commit on its standard output. */
function readCalls(trace: string): ('write' | 'sync' | 'acknowledge')[] {
  return trace.split('\n').flatMap((line) => {
    if (/\b(fsync|fdatasync)\(\d+\) += 0/.test(line)) return ['sync']
    if (/\bpwrite64\(/.test(line)) return ['write']
    return /\bwrite\(\d+, "\d+\\n"/.test(line) ? ['acknowledge'] : []
  })
}

/** Acknowledgements given while something written was not yet synced. */
function premature(calls: readonly string[]): number {
  let dirty = false
  let found = 0
  for (const call of calls) {
    if (call === 'write') dirty = true
    if (call === 'sync') dirty = false
    if (call === 'acknowledge' && dirty) found += 1
  }
  return found
}

describe('an acknowledged commit', () => {
  it.skipIf(!hasStrace && process.env.CI !== 'true')('was synced to disk before, as the kernel saw it', () => {
    const trace = join(directory.path, 'trace')
    const file = join(directory.path, 'traced.sqlite')
    const traced = ['-f', '-qq', '-e', 'trace=fdatasync,fsync,write,pwrite64', '-o', trace]
    const run = spawnSync('strace', [...traced, process.execPath, committer, file, 'traced', '1', String(pairs)])
    expect(run.status).toBe(0)
    const calls = readCalls(readFileSync(trace, 'utf8'))
    expect(calls.filter((call) => call === 'acknowledge')).toHaveLength(pairs)
    expect(premature(calls)).toBe(0)
  })

  it('would be noticed if it came before the sync', () => {
    const trace = ['1 pwrite64(22, "x", 1, 0) = 1', '1 write(1, "7\\n", 2) = 2', '1 fsync(22) = 0'].join('\n')
    expect(premature(readCalls(trace))).toBe(1)
  })
})
