import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { argv, exitCode, env, stderr, stdout } from 'node:process'
import { fields } from './processing/import/headings.ts'
import { BadMapping, mapHeadings, mapsSomething, parseMapping } from './processing/import/mapping.ts'
import { planImport } from './processing/import/plan.ts'
import { readRegister } from './processing/import/reading.ts'
import { reportLines, totalsOf } from './processing/import/report.ts'
import type { RowOutcome } from './processing/import/report-row.ts'
import { UnreadableFile } from './intake/read/unreadable-file.ts'
import { wordsOf } from './processing/import/words-of.ts'
import { type ImportArguments, importArguments } from './register-import/arguments.ts'
import { noOrganisation, organisationNames } from './register-import/organisation.ts'
import { importRows } from './register-import/outcomes.ts'
import { type OpenRegister, openRegister } from './register-import/register-store.ts'

/** A sentence for the person at the keyboard: the key under `errors` in the report's texts. */
class ImportStopped extends Error {
  override name = 'ImportStopped'
  readonly key: string
  readonly params: { [name: string]: string }
  readonly more: string
  constructor(key: string, params: { [name: string]: string } = {}, more = '') {
    super(key)
    this.key = key
    this.params = params
    this.more = more
  }
}

const dataDir = env['DATA_DIR'] ?? '.data'
const asked = importArguments(argv.slice(2))
const words = wordsOf(asked?.language ?? 'sv')
if (!asked) {
  stderr.write(`${words.say('usage')}\n`)
  process.exitCode = 2
} else {
  const register = openRegister(dataDir, env['CLOCK'])
  try {
    await run(asked, register)
  } catch (error) {
    stderr.write(`${explained(error)}\n`)
    process.exitCode = 1
  } finally {
    await register?.close()
  }
}

async function run(request: ImportArguments, register: OpenRegister | undefined): Promise<void> {
  const bytes = await readFile(request.file).catch(() => {
    throw new ImportStopped('no-file', { file: request.file })
  })
  const reading = readRegister(bytes)
  const mapping = mapHeadings(reading.headings, await mappingFile(request))
  if (!mapsSomething(mapping))
    throw new ImportStopped('nothing-mapped', { fields: fields.join(', ') }, skeleton(reading.headings))
  const rows = planImport({
    reading,
    mapping,
    source: request.source,
    organisation: register ? await organisationOf(register) : noOrganisation,
    namelessRow: (row) => words.say('namelessRow', { row }),
    maskedNumber: words.say('maskedNumber'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    ...(register && { codes: await register.core.directory.codes() }),
  })
  const outcomes = await outcomesOf(rows, request, register)
  const report = { file: request.file, reading, mapping, outcomes }
  if (request.json) stdout.write(`${JSON.stringify(asJson(report, request), null, 2)}\n`)
  else stdout.write(`${[...reportLines(report, words), closing(outcomes, request)].join('\n')}\n`)
  if (outcomes.some(({ outcome }) => outcome === 'failed')) process.exitCode = exitCode ?? 1
}

async function outcomesOf(
  rows: ReturnType<typeof planImport>,
  request: ImportArguments,
  register: OpenRegister | undefined,
): Promise<RowOutcome[]> {
  if (!register && request.apply) throw new ImportStopped('no-store', { dataDir })
  if (!register) return rows.map((row) => ({ row, outcome: 'new' }))
  const { core, store } = register
  const personId = await core.directory.find(request.person)
  const actor = personId && (await core.directory.actor(personId, request.language))
  if (!actor) throw new ImportStopped('unknown-person', { person: request.person })
  return importRows(rows, { engine: core.deps.engine, store, actor: { ...actor, system: true } }, request.apply)
}

async function organisationOf({ core }: OpenRegister) {
  return organisationNames(core.deps.engine, await core.directory.tree())
}

async function mappingFile({ mapping }: ImportArguments) {
  if (!mapping) return undefined
  const text = await readFile(mapping, 'utf8').catch(() => {
    throw new ImportStopped('no-file', { file: mapping })
  })
  return parseMapping(text)
}

function skeleton(headings: readonly string[]): string {
  return JSON.stringify(
    { key: null, fields: Object.fromEntries(headings.map((heading) => [heading, 'keep'])) },
    null,
    2,
  )
}

function closing(outcomes: readonly RowOutcome[], { apply, person }: ImportArguments): string {
  const created = outcomes.filter(({ outcome }) => outcome === 'created').length
  return apply ? words.say('applied', { created, person }) : words.say('dryRun')
}

function asJson(report: Parameters<typeof reportLines>[0], { apply }: ImportArguments) {
  const { rows: _, ...reading } = report.reading
  return {
    file: report.file,
    applied: apply,
    reading,
    mapping: report.mapping,
    totals: totalsOf(report.outcomes, report.mapping),
    rows: report.outcomes.map(({ row, ...rest }) => ({ ...row, ...rest })),
  }
}

function explained(error: unknown): string {
  if (error instanceof UnreadableFile) return words.say(`errors.${error.reason}`)
  if (error instanceof BadMapping) return words.say(`errors.${error.reason}`, error.params)
  if (error instanceof ImportStopped)
    return [words.say(`errors.${error.key}`, error.params), error.more].filter(Boolean).join('\n')
  throw error
}
