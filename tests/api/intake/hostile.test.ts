import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLocalIntake } from '../../../functions/local-intake.ts'
import { runImport } from '../../../functions/intake/runner.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Client } from '../../support/client.ts'
import { createImportClient, type ImportClient } from '../../support/imports.ts'

let app: TestApp
let it1: Client
let imports: ImportClient
const open = async () => {
  app = await openTestApp()
  it1 = app.as('it')
  imports = createImportClient(it1)
}

/** What is wrong with the rows of a file, row by row. */
async function faultsOf(file: string, about?: Parameters<ImportClient['send']>[1]) {
  const { body: sent } = await imports.send(file, about)
  await imports.checked(sent.id)
  const { rows } = await imports.settled(sent.id, '?show=faulty')
  return rows.items.map(({ row, errors }: { row: number; errors: { heading?: string; detail: string }[] }) => [
    row,
    ...errors.map(({ heading, detail }) => (heading ? `${heading}: ${detail}` : detail)),
  ])
}

describe('bad rows', () => {
  beforeAll(open)
  afterAll(() => app.close())

  it('whose numbers a spreadsheet has shortened are refused', async () => {
    expect(await faultsOf('Inv.nr;Namn;Serienummer;Tillverkare\n7,35E+12;Dator;A1;X\n2;Dator;1.2345E+15;X')).toEqual([
      [2, 'Inv.nr: Kalkylprogrammet har kortat av numret. Formatera kolumnen som text och exportera igen.'],
      [3, 'Serienummer: Kalkylprogrammet har kortat av numret. Formatera kolumnen som text och exportera igen.'],
    ])
  })

  it('without a key are refused', async () => {
    expect(await faultsOf('Inv.nr;Namn\n;Dator\n2;Annan')).toEqual([
      [2, 'Inv.nr: Nyckeln saknas, raden går inte att känna igen.'],
    ])
  })

  it('that say the same asset twice are refused from the second on', async () => {
    expect(
      await faultsOf('Inv.nr;Namn;Serienummer;Tillverkare\n1;Dator;S1;X\n1;Dator igen;S2;X\n3;Tredje;s1;x'),
    ).toEqual([
      [3, 'Samma sak står redan på rad 2.'],
      [4, 'Samma sak står redan på rad 2.'],
    ])
  })

  it('of a unit, person or word that nobody knows are refused, and nothing is made', async () => {
    const units = (await it1.get('/api/org-units?limit=200')).body.items.length
    expect(await faultsOf('Inv.nr;Namn;Enhet;Ansv.;Utrustningstyp\n1;Dator;Kök 7;Ingen Alls;Svävare')).toEqual([
      [
        2,
        'Enhet: Verksamheten finns inte.',
        'Ansv.: Personen finns inte. Skriv användar-id eller hela namnet.',
        'Utrustningstyp: Ordet finns inte i listan för fältet.',
      ],
    ])
    expect((await it1.get('/api/org-units?limit=200')).body.items.length).toBe(units)
  })

  it('with a filler for a serial number are refused', async () => {
    const fillers = ['To be filled by O.E.M.', 'Default string', '0', '00000000', 'N/A', 'XXXXXXX', 'saknas']
    const file = ['Inv.nr;Namn;Serienummer', ...fillers.map((filler, at) => `K${at};Dator;${filler}`)].join('\n')
    const faults = await faultsOf(file)
    expect(faults.map(([, detail]: string[]) => detail)).toEqual(
      fillers.map(() => 'Serienummer: Ser ut som ett utfyllt värde. Lämna tomt om numret saknas.'),
    )
  })

  it('with impossible dates, numbers and answers say what to write', async () => {
    expect(await faultsOf('Inv.nr;Namn;Inköpsdatum;Pris;Krypt\n1;Dator;2026-02-30;mycket;kanske')).toEqual([
      [
        2,
        'Inköpsdatum: Skriv datumet som ÅÅÅÅ-MM-DD.',
        'Pris: Skriv ett tal med siffror.',
        'Krypt: Skriv ja eller nej.',
      ],
    ])
  })

  it('that lack the name, or whose name is too long, are refused', async () => {
    const faults = await faultsOf(`Inv.nr;Namn;Modell\n1;;X\n2;${'x'.repeat(200)};Y`)
    expect(faults).toEqual([
      [2, 'Namn: Cellen får inte vara tom.'],
      [3, 'Namn: Texten är för lång, högst 120 tecken.'],
    ])
  })

  it('fit several records are not guessed about', async () => {
    await imports.imported('Inv.nr;Namn;Tillverkare;Serienummer\nM1;Pump ett;Medi;P-1\nM2;Pump två;Medi;P-2', {
      source: 'a',
    })
    expect(await faultsOf('Nummer;Namn\nU-99999;Okänd', { source: 'b' })).toEqual([
      [2, 'Inget i förteckningen har det numret.'],
    ])
  })

  it('of HTML and formulas are text like any other', async () => {
    const name = '<img src=x onerror=alert(1)>'
    await imports.imported(`Inv.nr;Namn;Modell\nH1;"${name}";=cmd|' /C calc'!A0`, { source: 'html' })
    const { items } = (await it1.get('/api/equipment?q=onerror')).body
    expect(items[0].data).toMatchObject({ name, model: "=cmd|' /C calc'!A0" })
    const exported = await it1.get('/api/equipment/export?format=csv&fields=name,model&q=onerror')
    expect(exported.body).toContain(`<img src=x onerror=alert(1)>;'=cmd|`)
  })

  it('of a unit that the person has no say over are refused', async () => {
    expect(await faultsOf('Inv.nr;Namn;Enhet\nX1;Dator;Socialförvaltningen', { source: 'kommun' })).toEqual([
      [2, expect.stringMatching(/Du får inte ändra posten|Verksamheten finns inte/)],
    ])
  })
})

describe('bad files', () => {
  beforeAll(open)
  afterAll(() => app.close())

  const detailOf = async (file: string | Uint8Array, about?: Parameters<ImportClient['send']>[1]) => {
    const { status, body } = await imports.send(file, about)
    return [status, body.errors?.[0]?.detail ?? body.detail]
  }

  it.each([
    ['an empty file', '', 'Filen är tom.'],
    ['headings alone', 'Namn;Serienummer\n', 'Filen har rubriker men inga rader under dem.'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'Filen är ingen text och inget kalkylblad.'],
    [
      'half a workbook',
      Buffer.from('504b0304140000000800', 'hex'),
      'Filen är inget Excel-kalkylblad. Spara den som .xlsx eller CSV.',
    ],
    ['a million columns', `${'a;'.repeat(1_000_000)}\n1`, 'Filen har för många kolumner, högst 500.'],
  ])('%s is refused with what to do', async (_, file, detail) => {
    expect(await detailOf(file)).toEqual([422, detail])
  })

  it('of another type, over the limit, or of a source without a name are refused', async () => {
    expect((await imports.send('x', { type: 'application/json' })).status).toBe(415)
    expect((await imports.send('Namn\nx', { source: ' ' })).status).toBe(400)
    expect((await imports.send('Namn\nx', { kind: 'spaceship' })).status).toBe(400)
  })

  it('read in the wrong encoding are pointed out, and can be read again', async () => {
    const doubled = Buffer.from(Buffer.from('Inv.nr;Namn;Enhet\n1;Skåp;Hjärtmottagningen').toString('latin1'))
    const { body } = await imports.send(doubled, { source: 'fel' })
    expect(body.readAs).toMatchObject({ encoding: 'utf-8', doubtful: true })
    const windows = Buffer.from('Inv.nr;Namn;Enhet\n1;Skåp;Hjärtmottagningen', 'latin1')
    const { body: guessed } = await imports.send(windows, { source: 'fel2' })
    expect(guessed.readAs).toMatchObject({ encoding: 'windows-1252' })
    expect(guessed.readAs.doubtful).toBeUndefined()
    const again = await it1.put(`/api/imports/${guessed.id}/mapping`, { readAs: { encoding: 'utf-8' } })
    expect(again.body.readAs).toMatchObject({ encoding: 'utf-8', doubtful: true })
  })

  it('whose name holds paths or signs keep only the last part of it', async () => {
    const { body } = await imports.send('Inv.nr;Namn\n1;A', { name: '..\\..\\etc/pass<wd>\u0007.csv', source: 'namn' })
    expect(body.fileName).toBe('passwd.csv')
  })

  it('with repeated and empty headings keep their columns apart', async () => {
    const { body } = await imports.send('Lista 2026;;;\n\nInv.nr;Namn;Namn;\n1;Ett;Två;Tre\n', { source: 'rubriker' })
    expect(body.readAs.headingRow).toBe(3)
    expect(body.columns.map(({ heading, field }: { heading: string; field?: string }) => [heading, field])).toEqual([
      ['Inv.nr', '#key'],
      ['Namn', 'name'],
      ['Namn (2)', undefined],
      ['#4', undefined],
    ])
  })
})

describe('interrupted imports', () => {
  beforeEach(open)
  afterEach(() => app.close())

  const rows = (count: number) =>
    [
      'Inv.nr;Namn;Serienummer;Tillverkare',
      ...Array.from({ length: count }, (_, at) => `K${at};Dator ${at};S${at};Elv`),
    ].join('\n')
  const numberOf = async () => (await it1.get('/api/assets/count')).body.byKind.equipment

  it('of the same file sent twice at once are one', async () => {
    const [one, two] = await Promise.all([imports.send(rows(50)), imports.send(rows(50))])
    expect(two.body.id).toBe(one.body.id)
    await imports.checked(one.body.id)
    const applied = await Promise.all(
      [1, 2, 3].map(() => it1.post(`/api/imports/${one.body.id}/apply`, { mode: 'all' })),
    )
    expect(applied.map(({ status }) => status)).toEqual([202, 202, 202])
    const done = await imports.settled(one.body.id)
    expect(done.applied.counts).toEqual({ created: 50, changed: 0, unchanged: 0, failed: 0 })
    expect(await numberOf()).toBe(50)
  })

  it('that two processes work on at once make nothing twice', async () => {
    const { body } = await imports.send(rows(300))
    await imports.checked(body.id)
    const other = createLocalIntake(app.core)
    const apply = it1.post(`/api/imports/${body.id}/apply`, { mode: 'all' })
    await Promise.all([apply, runImport(other.deps, body.id), runImport(other.deps, body.id)])
    const done = await imports.settled(body.id)
    expect(done.applied.counts.created + done.applied.counts.unchanged).toBe(300)
    expect(await numberOf()).toBe(300)
  })

  it.each([1, 3])(
    'killed after %i batches are finished by the next run, with nothing lost or double',
    async (batches) => {
      const { body } = await imports.send(rows(800))
      await imports.checked(body.id)
      const { deps } = createLocalIntake(app.core)
      const held = await deps.jobs.get(body.id)
      const startedAt = deps.now()
      const applied = {
        mode: 'all',
        by: app.people['it']!,
        startedAt,
        row: 0,
        counts: { created: 0, changed: 0, unchanged: 0, failed: 0 },
      } as const
      await deps.jobs.save(held!, { ...held!.job, state: 'applying', progress: { done: 0, total: 800 }, applied })
      let left = batches
      await expect(runImport({ ...deps, stopped: () => --left <= 0 }, body.id)).rejects.toThrow('ends')
      const half = await numberOf()
      expect(half).toBe(batches * 250)
      await runImport(deps, body.id)
      const done = await imports.settled(body.id)
      expect(done).toMatchObject({ state: 'applied', applied: { counts: { created: 800, changed: 0, failed: 0 } } })
      expect(await numberOf()).toBe(800)
      expect(
        (await it1.get('/api/equipment?limit=200')).body.items.every(
          ({ revision }: { revision: number }) => revision === 1,
        ),
      ).toBe(true)
    },
  )
})
