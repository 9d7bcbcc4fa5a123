import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../../functions/clock.ts'
import { createCore } from '../../../functions/core.ts'
import { fillOrganisation } from '../../../functions/demo/fill-organisation.ts'
import { activity } from '../../../functions/processing/activity.ts'
import { allKinds } from '../../../functions/kinds.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'

const root = resolve(import.meta.dirname, '../../..')
const timeoutMs = 60_000
const start = '2026-11-21T12:00:00Z'
let dataDir = ''
let file = ''
let userIds: { [userId: string]: string } = {}

interface Run {
  code: number
  stdout: string
  stderr: string
}

function run(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATA_DIR: dataDir, CLOCK: start }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'functions/import-register.ts'), ...args],
      { env, cwd: root },
      (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

async function drafts() {
  const { core, store } = open()
  const actor = await core.directory.actor(userIds['dso'] ?? '', 'sv')
  if (!actor) throw new Error('the data protection officer is gone')
  const page = await core.deps.engine.list(activity, { filters: { state: ['draft'] }, limit: 200 }, actor)
  const records = await Promise.all(page.items.map(({ id }) => core.deps.engine.get(activity, id, actor)))
  await store.close()
  return records.map(({ record }) => record)
}

function open() {
  const clock = createClock(Date.now, start)
  const store = openEmbeddedStore({ file: join(dataDir, 'forteckna.sqlite'), now: clock.ms })
  return { store, core: createCore({ store, clock, kinds: allKinds }) }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'forteckna-import-'))
  const { core, store } = open()
  userIds = (await fillOrganisation(core.deps.engine, '2026-01-01')).people
  await store.close()
  file = join(dataDir, 'register.csv')
  await writeFile(
    file,
    Buffer.from(
      'Behandling;Personuppgiftsansvarig;Varför behandlas dessa uppgifter?;Vilken rättslig grund finns för behandlingen?\r\n' +
        'Skolskjuts;Socialnämnden;Pröva rätt till skolskjuts;Myndighetsutövning\r\n' +
        ';Annan nämnd;Ordna sommarskola för elever;Samtycke\r\n',
      'latin1',
    ),
  )
}, timeoutMs)

afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('the import command', () => {
  it('changes nothing until told to apply', { timeout: timeoutMs }, async () => {
    const { code, stdout } = await run(file, '--source', 'exempel')
    expect(code).toBe(0)
    expect(stdout).toContain('Windows-1252, radslut CRLF. Antal rader: 2')
    expect(stdout).toContain('Rad 2  Skolskjuts: nytt utkast')
    expect(stdout).toContain('Inget är sparat.')
    expect(await drafts()).toEqual([])
  })

  it(
    'makes drafts of the named person, with the source kept, and a second run changes nothing',
    { timeout: timeoutMs },
    async () => {
      const first = await run(file, '--source', 'exempel', '--apply')
      expect(first.stdout).toContain('Skapade utkast: 2, åt dso.')
      const made = await drafts()
      expect(made.map(({ data }) => String(data.name)).toSorted()).toEqual([
        'Ordna sommarskola för elever',
        'Skolskjuts',
      ])
      expect(made.map(({ createdBy }) => createdBy)).toEqual([userIds['dso'], userIds['dso']])
      expect(made[0]?.data.imported).toMatchObject({ source: 'exempel' })

      const second = JSON.parse((await run(file, '--source', 'exempel', '--apply', '--json')).stdout)
      expect(second.totals).toMatchObject({ rows: 2, new: 0, unchanged: 2, failed: 0 })
      expect(await drafts()).toEqual(made)
    },
  )

  it('leaves a draft alone when the text in the file has changed, and says so', { timeout: timeoutMs }, async () => {
    const changed = join(dataDir, 'changed.csv')
    const text = await readFile(file, 'latin1')
    await writeFile(changed, text.replace('Pröva rätt', 'Avgöra rätt'), 'latin1')
    const before = await drafts()
    const { stdout } = await run(changed, '--source', 'exempel', '--apply')
    expect(stdout).toContain('Skolskjuts: finns redan, men texten i filen har ändrats; utkastet rörs inte')
    expect(await drafts()).toEqual(before)
  })

  it.each([
    ['a file that is not there', ['saknas.csv', '--source', 'x'], 1, 'går inte att läsa'],
    ['no source', ['saknas.csv'], 2, 'Så här: npm run import:register'],
    ['an unknown option', ['saknas.csv', '--source', 'x', '--force'], 2, 'Så här:'],
  ])('answers clearly to %s', { timeout: timeoutMs }, async (_, args, code, sentence) => {
    const result = await run(...args)
    expect(result).toMatchObject({ code, stdout: '' })
    expect(result.stderr).toContain(sentence)
  })

  it('answers clearly to a person nobody knows', { timeout: timeoutMs }, async () => {
    expect((await run(file, '--source', 'y', '--as', 'ingen')).stderr).toContain('Ingen har användar-id:t ingen.')
  })

  it('hands out a mapping file to fill in when no heading is known', { timeout: timeoutMs }, async () => {
    const strange = join(dataDir, 'strange.csv')
    await writeFile(strange, 'qwe,rty\n1,2\n')
    const { code, stderr } = await run(strange, '--source', 'x')
    expect(code).toBe(1)
    expect(JSON.parse(stderr.slice(stderr.indexOf('{')))).toEqual({ key: null, fields: { qwe: 'keep', rty: 'keep' } })
  })
})
