import { exec, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { findBrowser } from './support/browser.ts'
import { javaMajor } from './support/java.ts'

interface Result {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
}

const root = resolve(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const ci = process.env.CI === 'true'
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` }
const checks: { [name: string]: string } = {
  types: 'tsc --noEmit',
  lint: 'oxlint --type-aware',
  format: 'prettier --check --log-level warn .',
  build: 'node infra/build.ts',
}
const projects = ['unit', 'contract', 'api', 'infra', 'bundles', 'model', 'e2e']

function run(command: string): boolean {
  return spawnSync(command, { cwd: root, env, shell: true, stdio: 'inherit' }).status === 0
}

/** Runs a check beside others and prints what it said when it has ended. */
async function check(name: string): Promise<Result> {
  const seconds = stopwatch()
  const { ok, output } = await new Promise<{ ok: boolean; output: string }>((done) =>
    exec(checks[name]!, { cwd: root, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      done({ ok: !error, output: stdout + stderr }),
    ),
  )
  console.log(`\n== ${name}\n${output}`)
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds: seconds() }
}

function suite(name: string): Result {
  console.log(`\n== ${name}`)
  const seconds = stopwatch()
  const report = join(reports, `${name}.json`)
  const ok = run(
    `vitest run -c tests/vitest.config.ts --project ${name} --reporter=default --reporter=json --outputFile.json="${report}"`,
  )
  const counts = readReport(report)
  const hidden = counts.failed === 0 && (!ok || counts.passed + counts.skipped === 0)
  return { name, ...counts, failed: counts.failed + (hidden ? 1 : 0), seconds: seconds() }
}

function readReport(path: string): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const skipped = report.numPendingTests + report.numTodoTests
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

/** What this machine lacks, by the project that needs it. */
function lacking(): { [project: string]: string } {
  const java = javaMajor()
  const lacks: { [project: string]: string } = {}
  if (!java || java < 17)
    lacks.contract = 'no Java 17: the stores were not compared with DynamoDB Local, nor the bundles run on it'
  if (!findBrowser()) lacks.e2e = 'no Chromium (set CHROMIUM_PATH): the browser tests were not run'
  return lacks
}

function stopwatch(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}

async function main(wanted: readonly string[]): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const lacks = lacking()
  const isWanted = (name: string) => (wanted.length === 0 || wanted.includes(name)) && !(name === 'e2e' && lacks.e2e)
  const checked = await Promise.all(Object.keys(checks).filter(isWanted).map(check))
  const results = [...checked, ...projects.filter(isWanted).map(suite)]
  return summarize(results, Object.values(lacks))
}

function summarize(results: readonly Result[], lacks: readonly string[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0)
  const failed = sum('failed') + (ci ? lacks.length : 0)
  console.log(
    '\n' + 'step'.padEnd(10) + ['passed', 'failed', 'skipped', 'seconds'].map((word) => word.padStart(9)).join(''),
  )
  for (const { name, seconds, ...counts } of results) {
    const cells = [counts.passed, counts.failed, counts.skipped, seconds.toFixed(1)]
    console.log(name.padEnd(10) + cells.map((cell) => String(cell).padStart(9)).join(''))
  }
  for (const lack of lacks) console.log(`${ci ? 'FAILED' : 'Skipped'}: ${lack}`)
  console.log(`${sum('passed')} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
