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

type Call = 'write' | 'sync begins' | 'sync ends' | 'acknowledge'

/** What the process did, in order: wrote to a file, synced one to disk, or acknowledged a commit on its standard output. */
function readCalls(trace: string): Call[] {
  return trace.split('\n').flatMap((line): Call[] => {
    if (/\b(fsync|fdatasync)\(\d+\) += 0/.test(line)) return ['sync begins', 'sync ends']
    if (/\b(fsync|fdatasync)\(\d+ <unfinished/.test(line)) return ['sync begins']
    if (/\b(fsync|fdatasync) resumed>\) += 0/.test(line)) return ['sync ends']
    if (/\bpwrite64\(/.test(line)) return ['write']
    return /\bwrite\(\d+, "\d+\\n"/.test(line) ? ['acknowledge'] : []
  })
}

/** Acknowledgements given while something written was not yet synced: a sync brings what was written before it began. */
function premature(calls: readonly Call[]): number {
  let state: 'clean' | 'syncing' | 'dirty' = 'clean'
  let found = 0
  for (const call of calls) {
    if (call === 'write') state = 'dirty'
    if (call === 'sync begins') state = 'syncing'
    if (call === 'sync ends' && state === 'syncing') state = 'clean'
    if (call === 'acknowledge' && state !== 'clean') found += 1
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
    const [write, acknowledge] = ['1 pwrite64(22, "x", 1, 0) = 1', '1 write(1, "7\\n", 2) = 2']
    const [begins, ends] = ['2 fdatasync(23 <unfinished ...>', '2 <... fdatasync resumed>) = 0']
    const noticed = (...lines: string[]): number => premature(readCalls(lines.join('\n')))
    expect(noticed(write, acknowledge, '1 fsync(22) = 0')).toBe(1)
    expect(noticed(write, begins, acknowledge, ends)).toBe(1)
    expect(noticed(write, begins, write, ends, acknowledge)).toBe(1)
    expect(noticed(write, begins, ends, acknowledge)).toBe(0)
  })
})
