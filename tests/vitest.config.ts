import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

interface Options {
  timeoutMs?: number
  globalSetup?: string[]
  fileParallelism?: boolean
}

/** One vitest project: the folder `tests/<name>`, its files mirroring the source tree. */
function project(name: string, { timeoutMs = 10_000, ...rest }: Options = {}) {
  const include = [`tests/${name}/**/*.test.{ts,tsx}`]
  const setupFiles = ['tests/support/fast-check-setup.ts']
  return {
    root,
    test: { name, root, include, setupFiles, testTimeout: timeoutMs, hookTimeout: timeoutMs * 2, ...rest },
  }
}

const dynamodb = ['tests/support/dynamodb-setup.ts']

export default defineConfig({
  root,
  test: {
    projects: [
      project('unit'),
      project('contract', { timeoutMs: 60_000, globalSetup: dynamodb }),
      project('api', { timeoutMs: 20_000 }),
      project('e2e', { timeoutMs: 120_000, fileParallelism: false }),
      project('infra', { timeoutMs: 60_000 }),
      project('bundles', { timeoutMs: 120_000, globalSetup: ['tests/support/bundles-setup.ts'] }),
      project('model', { timeoutMs: 300_000, globalSetup: dynamodb }),
    ],
    maxWorkers: 2,
    passWithNoTests: true,
  },
})
