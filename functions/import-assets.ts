import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { argv, env, stderr, stdout } from 'node:process'
import { type CommandArguments, commandArguments } from './intake/command-arguments.ts'
import { closingLines, reportLines } from './intake/command-report.ts'
import { commandWords } from './intake/command-words.ts'
import type { Intake } from './intake/intake.ts'
import { type ImportJob, isRunning } from './intake/job.ts'
import type { ColumnChoice } from './intake/mapping.ts'
import { rowsPage } from './intake/rows-page.ts'
import { problemWords, unreadableWords } from './intake/sentences.ts'
import { targetOf } from './intake/work.ts'
import { createLocalIntake } from './local-intake.ts'
import { RegisterError } from './register/errors.ts'
import type { Actor } from './register/actor.ts'
import { openRegister } from './register-import/register-store.ts'

/** A sentence for the person at the keyboard. */
class CommandStopped extends Error {
  override name = 'CommandStopped'
}

const dataDir = env['DATA_DIR'] ?? '.data'
const asked = commandArguments(argv.slice(2))
if (!asked) {
  stderr.write(`${commandWords('usage', 'sv')}\n`)
  process.exitCode = 2
} else {
  const register = openRegister(dataDir, env['CLOCK'])
  try {
    if (!register) throw new CommandStopped(commandWords('no-store', asked.language, { dataDir }))
    const { directory } = register.core
    const personId = await directory.find(asked.person)
    const actor = personId && (await directory.actor(personId, asked.language))
    if (!actor) throw new CommandStopped(commandWords('unknown-person', asked.language, { person: asked.person }))
    await run(asked, createLocalIntake(register.core), actor)
  } catch (error) {
    stderr.write(`${explained(error, asked)}\n`)
    process.exitCode = 1
  } finally {
    await register?.close()
  }
}

async function run(request: CommandArguments, { deps, imports, runner }: Intake, actor: Actor): Promise<void> {
  const { language } = request
  await access(request.file).catch(() => {
    throw new CommandStopped(commandWords('no-file', language, { file: request.file }))
  })
  const target = targetOf(deps, request.kind)!
  if (!target.mayUse(actor)) {
    const kind = target.label[language]
    throw new CommandStopped(commandWords('forbidden', language, { person: request.person, kind }))
  }
  const upload = { kind: request.kind, source: request.source, fileName: basename(request.file) }
  const { job } = await imports.receive({ ...upload, content: createReadStream(request.file) }, actor)
  const finished = async (): Promise<ImportJob> => {
    await runner.settled()
    return imports.get(job.id, actor)
  }
  const columns = await mappedColumns(request, job)
  if (job.state === 'applying') runner.takeOver?.(job.id)
  else {
    await imports.map(job.id, { ...(columns && { columns }), ...(request.whole && { scope: 'whole' }) }, actor)
  }
  const checked = await finished()
  const faulty = await rowsPage(deps, checked, { show: 'faulty', limit: 200 }, actor)
  if (!request.json) stdout.write(`${reportLines(checked, faulty.items, target, language).join('\n')}\n`)
  if (checked.fault) throw new CommandStopped(unreadableWords(checked.fault.reason, language, checked.fault.params))
  if (request.apply) await imports.apply(job.id, { mode: 'valid', confirmed: request.confirm }, actor)
  const done = await finished()
  if (isRunning(done)) throw new CommandStopped(commandWords('elsewhere', language))
  if (request.json) stdout.write(`${JSON.stringify({ ...done, faulty: faulty.items }, null, 2)}\n`)
  else stdout.write(`${closingLines(done, request.person, language).join('\n')}\n`)
  if (done.counts.failed > 0) process.exitCode = 1
}

async function mappedColumns(
  { mapping, language }: CommandArguments,
  job: ImportJob,
): Promise<ColumnChoice[] | undefined> {
  if (!mapping) return undefined
  const said = await readFile(mapping, 'utf8').then(parse, () => {
    throw new CommandStopped(commandWords('no-file', language, { file: mapping }))
  })
  if (!said) throw new CommandStopped(commandWords('bad-mapping', language))
  const unknown = Object.keys(said).find((heading) => !job.columns.some((column) => column.heading === heading))
  if (unknown !== undefined) throw new CommandStopped(commandWords('unknown-heading', language, { heading: unknown }))
  return job.columns.map(({ position, heading }) => ({
    position,
    blank: 'keep',
    ...(said[heading] && { field: said[heading] }),
  }))
}

function parse(text: string): { [heading: string]: string } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isMapping =
      typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
    return isMapping ? (value as { [heading: string]: string }) : undefined
  } catch {
    return undefined
  }
}

function explained(error: unknown, { language }: CommandArguments): string {
  if (error instanceof CommandStopped) return error.message
  if (!(error instanceof RegisterError)) throw error
  const { errors = [], missing = [] } = error.extra
  const words = [
    ...errors.map(({ code, params }) =>
      code.startsWith('unreadable-')
        ? unreadableWords(code.slice('unreadable-'.length) as Parameters<typeof unreadableWords>[0], language, params)
        : problemWords(code, language, params),
    ),
    ...missing.map(({ rule, params }) => problemWords(rule, language, params)),
  ].filter(Boolean)
  return words.length > 0 ? words.join(' ') : `${error.code}: ${error.message}`
}
