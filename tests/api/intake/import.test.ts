import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../support/client.ts'
import { createImportClient, type ImportClient } from '../../support/imports.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let it1: Client
let imports: ImportClient

beforeEach(async () => {
  app = await openTestApp()
  it1 = app.as('it')
  imports = createImportClient(it1)
})
afterEach(() => app.close())

const file = [
  'Inv.nr;Datornamn;Fabrikat;Modell;Serienr;Enhet;Ansv.;Krypt;Kommentar',
  '104417;Bärbar dator;Elvedata;T14;ELV-1;Akutmottagningen;Jonas Berg;Ja;okänt',
  '104418;Skrivare;Pappersbo;450;PB-2;Hjärtmottagningen;it;Nej;',
  '104419;Surfplatta;Skiva;11;SKV-3;VC Ekne;;;',
].join('\r\n')

const equipmentList = async () => (await it1.get('/api/equipment')).body.items

describe('an import', () => {
  it('shows how the file was read and what its columns probably hold', async () => {
    const { status, body, headers } = await imports.send(Buffer.from(file, 'latin1'))
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/imports/${body.id}`)
    expect(body).toMatchObject({
      state: 'mapping',
      readAs: { format: 'csv', encoding: 'windows-1252', delimiter: ';', lineEnd: 'crlf', headingRow: 1 },
      fileName: 'fil.csv',
    })
    expect(body.columns.map(({ field }: { field?: string }) => field)).toEqual([
      '#key',
      'name',
      'manufacturer',
      'model',
      'serialNumber',
      'usingOrgUnitIds',
      'responsiblePersonId',
      'diskEncryption',
      undefined,
    ])
    expect(body.columns[1].samples).toEqual(['Bärbar dator', 'Skrivare', 'Surfplatta'])
  })

  it('shows row by row what it would do, and changes nothing', async () => {
    const { body: sent } = await imports.send(file)
    const checked = await imports.checked(sent.id)
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 2, changed: 0, unchanged: 0, faulty: 1 } })
    expect(checked.unknown).toEqual([
      {
        code: 'unknown-orgUnit',
        value: 'VC Ekne',
        rows: 1,
        detail: 'Verksamheten finns inte.',
        suggestion: 'Vårdcentralen Eken',
      },
    ])
    const { rows } = await imports.settled(sent.id, '?show=new')
    expect(rows.items[0]).toMatchObject({ row: 2, outcome: 'new', name: 'Bärbar dator', key: '104417' })
    expect(rows.items[0].changes).toContainEqual({
      field: 'usingOrgUnitIds',
      label: 'Används i verksamheten',
      effect: 'set',
      to: 'Akutmottagningen',
    })
    expect(rows.items[0].changes).toContainEqual({
      field: 'responsiblePersonId',
      label: 'Ansvarig',
      effect: 'set',
      to: 'Jonas Berg (it)',
    })
    expect(await equipmentList()).toEqual([])
  })

  it('saves the valid rows, and the same file again changes nothing', async () => {
    const done = await imports.imported(file)
    expect(done).toMatchObject({
      state: 'applied',
      applied: { mode: 'valid', counts: { created: 2, changed: 0, failed: 0 } },
    })
    const list = await equipmentList()
    expect(list.map(({ data }: { data: { name: string } }) => data.name)).toEqual(['Bärbar dator', 'Skrivare'])
    const { body: record } = await it1.get(`/api/equipment/${list[0].id}`)
    expect(record.data).toMatchObject({
      serialNumber: 'ELV-1',
      diskEncryption: true,
      externalIds: [{ source: 'sccm', id: '104417' }],
      origins: { name: 'import:sccm' },
    })
    const { body: history } = await it1.get(`/api/equipment/${list[0].id}/revisions`)
    expect(history.items[0]).toMatchObject({ by: app.people['it'], comment: 'Inläst ur fil.csv, rad 2' })
    const again = await imports.imported(file)
    expect(again).toMatchObject({
      appliedBefore: { id: done.id },
      counts: { new: 0, changed: 0, unchanged: 2, faulty: 1 },
    })
    expect((await it1.get(`/api/equipment/${list[0].id}`)).body.revision).toBe(1)
  })

  it('gives the faulty rows back with reasons, ready to be corrected and sent again', async () => {
    const done = await imports.imported(file)
    const { body, headers } = await it1.get(`/api/imports/${done.id}/faulty`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toContain('fel-fil.csv')
    expect(body).toBe(
      'Inv.nr;Datornamn;Fabrikat;Modell;Serienr;Enhet;Ansv.;Krypt;Kommentar;Rad i filen;Fel\r\n' +
        '104419;Surfplatta;Skiva;11;SKV-3;VC Ekne;;;;4;Enhet: Verksamheten finns inte.\r\n',
    )
    const corrected = await imports.imported(body.replace('VC Ekne', 'Vårdcentralen Eken'))
    expect(corrected).toMatchObject({
      remembered: true,
      counts: { new: 1, faulty: 0 },
      applied: { counts: { created: 1 } },
    })
  })

  it('tells old from new field by field, and what empty cells do', async () => {
    await imports.imported(file)
    const changed = file.replace('T14', 'T14s').replace('Jonas Berg', '')
    const { body: sent } = await imports.send(changed)
    expect(sent.remembered).toBe(true)
    const columns = sent.columns.map(({ position, field }: { position: number; field?: string }) => ({
      position,
      field,
      blank: field === 'responsiblePersonId' ? 'clear' : 'keep',
    }))
    const checked = await imports.checked(sent.id, { columns })
    expect(checked).toMatchObject({
      counts: { changed: 1, unchanged: 1 },
      cleared: [{ field: 'responsiblePersonId', rows: 1 }],
    })
    const { rows } = await imports.settled(sent.id, '?show=changed')
    expect(rows.items[0].changes).toEqual([
      { field: 'model', label: 'Modell', effect: 'set', from: 'T14', to: 'T14s' },
      { field: 'responsiblePersonId', label: 'Ansvarig', effect: 'clear', from: 'Jonas Berg (it)' },
    ])
  })

  it('keeps what somebody has set by hand, with the word of the source beside it', async () => {
    await imports.imported(file)
    const [{ id }] = await equipmentList()
    const { body: record } = await it1.get(`/api/equipment/${id}`)
    const data = { ...record.data, model: 'Min modell' }
    expect((await it1.put(`/api/equipment/${id}`, { data }, { 'If-Match': '"1"' })).status).toBe(200)
    const { body: sent } = await imports.send(file.replace('T14', 'T15'))
    const checked = await imports.checked(sent.id)
    expect(checked.kept).toMatchObject([{ field: 'model', rows: 1 }])
    await imports.applied(sent.id)
    const { body: after } = await it1.get(`/api/equipment/${id}`)
    expect(after.data).toMatchObject({ model: 'Min modell', sourceSays: { model: { source: 'sccm', value: 'T15' } } })
  })

  it('asks once more when more than half would change', async () => {
    const rows = (model: string) =>
      ['Inv.nr;Datornamn;Modell', ...Array.from({ length: 40 }, (_, at) => `K${at};Dator ${at};${model}`)].join('\n')
    await imports.imported(rows('A'))
    const { body: sent } = await imports.send(rows('B'))
    expect(await imports.checked(sent.id)).toMatchObject({ confirm: { share: 100 } })
    const asked = await it1.post(`/api/imports/${sent.id}/apply`, { mode: 'all' })
    expect(asked.status).toBe(409)
    expect(asked.body.missing[0]).toMatchObject({
      rule: 'confirm-many',
      detail: expect.stringContaining('100 procent'),
    })
    expect(await imports.applied(sent.id, { mode: 'all', confirmed: true })).toMatchObject({
      applied: { counts: { changed: 40 } },
    })
  })

  it('is refused whole when it is to be whole and a row is faulty', async () => {
    const { body: sent } = await imports.send(file)
    await imports.checked(sent.id)
    const { status, body } = await it1.post(`/api/imports/${sent.id}/apply`, { mode: 'all' })
    expect(status).toBe(409)
    expect(body.missing[0].detail).toBe('1 rader är felaktiga. Rätta dem, eller läs in bara de giltiga.')
  })

  it('is seen and done only by those who keep such assets', async () => {
    const { body: sent } = await imports.send(file)
    const stranger = app.as('anmalare')
    expect((await stranger.get(`/api/imports/${sent.id}`)).status).toBe(404)
    expect((await createImportClient(stranger).send(file)).status).toBe(403)
    expect((await createImportClient(app.as('it')).send(file, { kind: 'medicalDevice' })).status).toBe(403)
  })

  it('reads the file again as told', async () => {
    const { body: sent } = await imports.send('Titel,,\nInv.nr,Datornamn,Modell\nA1,Dator,X\n')
    const { body } = await it1.put(`/api/imports/${sent.id}/mapping`, { readAs: { headingRow: 1 } })
    expect(body).toMatchObject({ state: 'mapping', readAs: { headingRow: 1 } })
    expect(body.columns[0].heading).toBe('Titel')
    const checked = await imports.checked(sent.id, {
      readAs: { headingRow: 2 },
      columns: [
        { position: 1, field: '#key' },
        { position: 2, field: 'name' },
      ],
    })
    expect(checked.counts.new).toBe(1)
  })

  it('refuses a mapping that cannot be followed', async () => {
    const { body: sent } = await imports.send(file)
    const refused = async (body: object) => (await it1.put(`/api/imports/${sent.id}/mapping`, body)).body.errors
    expect(await refused({ columns: [{ position: 99, field: 'name' }] })).toMatchObject([
      { pointer: '/columns/0/position', code: 'no-such-column' },
    ])
    expect(await refused({ columns: [{ position: 1, field: 'nonsense' }] })).toMatchObject([
      { pointer: '/columns/0/field', code: 'unknown-code' },
    ])
    expect(
      await refused({
        columns: [
          { position: 1, field: 'name' },
          { position: 2, field: 'name' },
        ],
      }),
    ).toMatchObject([{ code: 'field-twice' }])
    expect(await refused({ columns: [{ position: 2, field: 'name' }] })).toMatchObject([
      { pointer: '/rules', code: 'no-key-column' },
    ])
  })
})
