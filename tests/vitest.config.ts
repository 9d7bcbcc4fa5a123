import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

const root = resolve(import.meta.dirname, '..')
/** How long `expect.poll` waits, long enough for a machine that does much else. */
const pollMs = 10_000

interface Options {
  timeoutMs?: number
  globalSetup?: string[]
}

/** One vitest project: the folder `tests/<name>`, its files mirroring the source tree. */
function project(name: string, { timeoutMs = 10_000, ...rest }: Options = {}) {
  const include = [`tests/${name}/**/*.test.{ts,tsx}`]
  const setupFiles = ['tests/support/fast-check-setup.ts']
  const times = { testTimeout: timeoutMs, hookTimeout: timeoutMs * 2, expect: { poll: { timeout: pollMs } } }
  // Files that follow each other in a worker share what they import, which halves the time of the unit tests.
  return { root, test: { name, root, include, setupFiles, isolate: false, ...times, ...rest } }
}

const dynamodb = ['tests/support/dynamodb-setup.ts']

export default defineConfig({
  root,
  test: {
    projects: [
      project('unit'),
      project('contract', { timeoutMs: 60_000, globalSetup: dynamodb }),
      project('api', { timeoutMs: 20_000 }),
      project('e2e', { timeoutMs: 120_000 }),
      project('infra', { timeoutMs: 60_000 }),
      project('bundles', { timeoutMs: 120_000, globalSetup: ['tests/support/bundles-setup.ts'] }),
      project('model', { timeoutMs: 300_000, globalSetup: dynamodb }),
    ],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    passWithNoTests: true,
  },
})
