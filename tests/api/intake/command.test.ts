import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../../functions/clock.ts'
import { createCore } from '../../../functions/core.ts'
import { fillOrganisation } from '../../../functions/demo/fill-organisation.ts'
import { allKinds } from '../../../functions/kinds.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'

const root = resolve(import.meta.dirname, '../../..')
const start = '2026-11-21T12:00:00Z'
const timeoutMs = 60_000
let dataDir = ''

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, CLOCK: start }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'functions/import-assets.ts'), ...args],
      { env, cwd: root },
      (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

const fileOf = async (name: string, text: string | Buffer) => {
  const path = join(dataDir, name)
  await writeFile(path, text)
  return path
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'forteckna-import-assets-'))
  const clock = createClock(Date.now, start)
  const store = openEmbeddedStore({ file: join(dataDir, 'forteckna.sqlite'), now: clock.ms })
  await fillOrganisation(createCore({ store, clock, kinds: allKinds }).deps.engine, '2026-01-01')
  await store.close()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('npm run import:assets', { timeout: timeoutMs }, () => {
  const text = 'Inv.nr;Datornamn;Enhet\n1;Skåpdator;Akutmottagningen\n2;Annan;Ingenstans'

  it('shows what it would do, then does it, then finds nothing more to do', async () => {
    const file = await fileOf('lista.csv', Buffer.from(text, 'latin1'))
    const dry = await run(file, '--source', 'lista')
    expect(dry).toMatchObject({ code: 0, stderr: '' })
    expect(dry.stdout).toContain('lista.csv: csv, windows-1252, avgränsare ";", rubriker på rad 1.')
    expect(dry.stdout).toContain('1 nya, 0 ändrade, 0 oförändrade, 1 felaktiga.')
    expect(dry.stdout).toContain('Rad 3: Enhet: Verksamheten finns inte.')
    expect(dry.stdout).toContain('Inget är ändrat.')
    const applied = await run(file, '--source', 'lista', '--apply')
    expect(applied.stdout).toContain('Inläst av it: 1 nya, 0 ändrade, 0 redan som i filen, 0 gick inte att spara.')
    expect((await run(file, '--source', 'lista', '--apply')).stdout).toContain(
      '0 nya, 0 ändrade, 1 oförändrade, 1 felaktiga.',
    )
  })

  it('follows a mapping file, and answers in JSON and in English', async () => {
    const file = await fileOf('egen.csv', 'A;B\nX1;Dator')
    const mapping = await fileOf('mapping.json', '{"A":"#key","B":"name"}')
    const { stdout } = await run(file, '--source', 'egen', '--mapping', mapping, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ state: 'checked', counts: { new: 1 } })
    const english = await run(file, '--source', 'egen', '--mapping', mapping, '--language', 'en')
    expect(english.stdout).toContain('1 new, 0 changed, 0 unchanged, 0 faulty.')
  })

  it.each([
    ['no file', ['--source', 'x'], 2, 'Så här: npm run import:assets'],
    ['a source that is no name', ['x.csv', '--source', 'a b'], 2, 'Så här:'],
    ['a file that is not there', ['finns-inte.csv', '--source', 'x'], 1, 'finns inte eller går inte att läsa'],
    ['a person who is not there', ['x.csv', '--source', 'x', '--as', 'ingen'], 1, 'Användaren ingen finns inte'],
  ])('says what is wrong with %s', async (_, args, code, words) => {
    const { code: ended, stderr } = await run(...args)
    expect(ended).toBe(code)
    expect(stderr).toContain(words)
  })

  it('says what is wrong with files and mappings', async () => {
    const empty = await fileOf('tom.csv', '')
    expect((await run(empty, '--source', 'x')).stderr).toBe('Filen är tom.\n')
    expect((await run(empty, '--source', 'x', '--kind', 'medicalDevice', '--as', 'it')).stderr).toBe(
      'it får inte läsa in slaget ”Medicinteknisk produkt”. Ange någon annan med --as.\n',
    )
    const file = await fileOf('tre.csv', 'A;B\n1;2')
    expect((await run(file, '--source', 'x', '--mapping', await fileOf('m.json', '{"C":"name"}'))).stderr).toContain(
      'Rubriken ”C”',
    )
    expect((await run(file, '--source', 'x', '--mapping', await fileOf('m.json', 'nej'))).stderr).toContain(
      'Mappningsfilen ska vara JSON',
    )
    expect((await run(file, '--source', 'x', '--mapping', await fileOf('m.json', '{"A":"name"}'))).stderr).toContain(
      'Ingen kolumn visar',
    )
  })
})
