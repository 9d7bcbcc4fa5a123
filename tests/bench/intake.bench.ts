import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workbook } from '../../functions/export/workbook.ts'
import { createClock } from '../../functions/clock.ts'
import { createCore } from '../../functions/core.ts'
import { fillOrganisation } from '../../functions/demo/fill-organisation.ts'
import { allKinds } from '../../functions/kinds.ts'
import { createLocalIntake } from '../../functions/local-intake.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { createMeter } from '../../functions/store/meter.ts'
import { assetRows } from '../support/asset-rows.ts'
import type { Figure } from './figure.ts'

/** `INTAKE_ROWS=300000 npm run bench -- intake` measures the whole of P5. */
const rows = Number(process.env['INTAKE_ROWS'] ?? 20_000)
const workbookRows = Math.min(50_000, rows)
const meteredRows = 500
/** As `npm run import:assets` has it: without it V8 collects late, and takes memory that it does not need. */
const memoryLimits = ['--max-old-space-size=128', '--max-semi-space-size=16']
/** DynamoDB on demand, eu-north-1: USD for a million write units. */
const usdPerMillionUnits = 0.7
const assets = 300_000

/** P5: files read into the inventory by the command, in a process of its own; and what an asset costs to write. */
export async function measure(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'forteckna-bench-intake-'))
  try {
    await fill(dataDir)
    const csv = join(dataDir, 'a.csv')
    await writeFile(
      csv,
      assetRows(rows)
        .map((cells) => `${cells.join(';')}\n`)
        .join(''),
    )
    const xlsx = join(dataDir, 'b.xlsx')
    await writeWorkbook(xlsx, workbookRows)
    const first = await command(dataDir, csv, 'csv')
    const again = await command(dataDir, csv, 'csv')
    const book = await command(dataDir, xlsx, 'xlsx')
    return [
      {
        name: `P5 CSV of ${rows} new rows, checked and saved`,
        value: rows / first.seconds,
        unit: 'rows/s',
        budget: 1500,
        moreIsBetter: true,
      },
      {
        name: 'P5 the same, processor time alone',
        value: rows / first.processorSeconds,
        unit: 'rows/s',
        budget: 700,
        moreIsBetter: true,
      },
      { name: 'P5 the same, memory', value: first.megabytes, unit: 'MB', budget: 400 },
      {
        name: 'P5 the same file again',
        value: rows / again.seconds,
        unit: 'rows/s',
        budget: 5000,
        moreIsBetter: true,
      },
      {
        name: 'P5 the same file again, processor time alone',
        value: rows / again.processorSeconds,
        unit: 'rows/s',
        budget: 5000,
        moreIsBetter: true,
      },
      { name: `P5 XLSX of ${workbookRows} rows, checked and saved`, value: book.seconds, unit: 's', budget: 60 },
      { name: `P5 XLSX of ${workbookRows} rows, memory`, value: book.megabytes, unit: 'MB', budget: 800 },
      ...(await measureUnits()),
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(dataDir: string): Promise<void> {
  const clock = createClock(Date.now)
  const store = openEmbeddedStore({ file: join(dataDir, 'forteckna.sqlite'), now: clock.ms })
  await fillOrganisation(createCore({ store, clock, kinds: allKinds }).deps.engine, '2026-01-01')
  await store.close()
}

async function writeWorkbook(path: string, count: number): Promise<void> {
  const [headings = [], ...cells] = assetRows(count, 5_000_000)
  const pieces: Uint8Array[] = []
  const batches = async function* () {
    for (let at = 0; at < cells.length; at += 1000) yield cells.slice(at, at + 1000)
  }
  for await (const piece of workbook('Utrustning', headings, batches())) pieces.push(piece)
  await writeFile(path, Buffer.concat(pieces))
}

interface Run {
  seconds: number
  processorSeconds: number
  megabytes: number
}

/** Runs the command on a file; the time to start it is left out, by a run on nothing. */
async function command(dataDir: string, file: string, source: string): Promise<Run> {
  const idle = await spawned(dataDir, [])
  const run = await spawned(dataDir, [file, '--source', source, '--apply', '--confirm'])
  return {
    seconds: run.seconds - idle.seconds,
    processorSeconds: run.processorSeconds - idle.processorSeconds,
    megabytes: run.megabytes,
  }
}

function spawned(dataDir: string, args: readonly string[]): Promise<Run> {
  const started = performance.now()
  const root = join(import.meta.dirname, '../..')
  const child = spawn(process.execPath, [...memoryLimits, join(root, 'functions/import-assets.ts'), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  let megabytes = 0
  let processorSeconds = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid))
    processorSeconds = Math.max(processorSeconds, processorOf(child.pid))
  }, 50)
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch)
      if (args.length > 0 && code !== 0) return reject(new Error(`the import of ${args[0]} ended with ${code}`))
      resolve({ seconds: (performance.now() - started) / 1000, processorSeconds, megabytes })
    })
  })
}

function peakOf(pid: number | undefined): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(procFile(pid, 'status'))?.[1]
  return peak ? Number(peak) / 1024 : 0
}

/** Seconds in user and system mode, from the hundredths that Linux counts. */
function processorOf(pid: number | undefined): number {
  const fields = procFile(pid, 'stat').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

async function measureUnits(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'forteckna-bench-units-'))
  const clock = createClock(Date.now)
  const meter = createMeter()
  const { openFolder } = await import('../../functions/files/folder.ts')
  const store = openEmbeddedStore({ dir: dataDir, meter, now: clock.ms })
  const core = createCore({ store, clock, kinds: allKinds, files: openFolder(join(dataDir, 'files')) })
  try {
    const { people } = await fillOrganisation(core.deps.engine, '2026-01-01')
    const { imports, runner } = createLocalIntake(core)
    const actor = (await core.directory.actor(people['it']!, 'sv'))!
    const content = Buffer.from(
      assetRows(meteredRows)
        .map((cells) => `${cells.join(';')}\n`)
        .join(''),
    )
    const { job } = await imports.receive({ kind: 'equipment', source: 'units', fileName: 'units.csv', content }, actor)
    await imports.map(job.id, {}, actor)
    await runner.settled()
    const before = meter.writeUnits
    await imports.apply(job.id, { mode: 'all' }, actor)
    await runner.settled()
    const units = (meter.writeUnits - before) / meteredRows
    return [
      { name: 'P5 write units an imported asset', value: units, unit: 'units' },
      {
        name: `P5 ${assets} imported assets on DynamoDB on demand`,
        value: (units * assets * usdPerMillionUnits) / 1e6,
        unit: 'USD',
        budget: 25,
      },
    ]
  } finally {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
