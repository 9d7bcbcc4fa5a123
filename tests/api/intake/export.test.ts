import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { createImportClient } from '../../support/imports.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  const file = [
    'Inv.nr;Datornamn;Fabrikat;Serienr;Enhet;Ansv.;Krypt;MAC;Hostname;Inköpsdatum;Pris;Tillstånd;Beskrivning;Egna märken',
    '1;=1+1;Elvedata;ELV-1;Akutmottagningen;it;Ja;00:11:22:33:44:55;pc1 | pc2;2024-02-29;12 500,50;I drift;"rad ett\nrad ""två""";a | b',
    '2;<script>alert(1)</script>;Pappersbo;PB-2;Hjärtmottagningen;;Nej;;;;;I förråd;-12;',
    '3;Ångström å ä ö;Skiva;=SUM(A1);Vårdcentralen Eken;;;;;;;Planerad;+46 8;',
  ].join('\n')
  await createImportClient(app.as('it')).imported(file)
})
afterAll(() => app.close())

const bytesOf = async (path: string, user = 'it') => {
  const response = await app.app.request(path, { headers: { Authorization: `Test ${user}` } })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('an export', () => {
  it('is text for Swedish Excel that never starts a formula', async () => {
    const { response, bytes } = await bytesOf('/api/equipment/export?format=csv')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="equipment-2026-11-21\.csv"/)
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const text = bytes.toString('utf8').slice(1)
    const [headings, first, second] = text.split('\r\n')
    expect(headings).toMatch(/^Nummer;Tillstånd;Namn;Beskrivning;/)
    expect(first).toContain('U-00001;I drift;\'=1+1;"rad ett\nrad ""två""";a | b;')
    expect(second).toContain('U-00002;I förråd;<script>alert(1)</script>;-12;')
    expect(text).not.toMatch(/(^|[;\n"])[=+@]/)
  })

  it('read in again changes nothing, whichever way it was written', async () => {
    const imports = createImportClient(app.as('it'))
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const) {
      for (const language of ['sv', 'en']) {
        const response = await app.app.request(`/api/equipment/export?format=${format}`, {
          headers: { Authorization: 'Test it', 'Accept-Language': language },
        })
        const { body: sent } = await imports.send(Buffer.from(await response.arrayBuffer()), {
          type,
          source: `egen-${format}-${language}`,
        })
        const checked = await imports.checked(sent.id, { manual: 'replace' })
        expect(checked).toMatchObject({ state: 'checked', counts: { new: 0, changed: 0, unchanged: 3, faulty: 0 } })
      }
    }
  })

  it('holds what the list shows and no more', async () => {
    const { bytes } = await bytesOf('/api/equipment/export?format=json&q=Elvedata')
    const records = JSON.parse(bytes.toString('utf8'))
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      kind: 'equipment',
      number: 'U-00001',
      state: 'inOperation',
      data: { serialNumber: 'ELV-1' },
    })
    const some = await bytesOf('/api/equipment/export?format=csv&state=storage&fields=name')
    expect(some.bytes.toString('utf8').trim().split('\r\n')).toEqual([
      'Nummer;Tillstånd;Namn',
      'U-00002;I förråd;<script>alert(1)</script>',
    ])
  })

  it('of all kinds names the kind of each', async () => {
    const { bytes } = await bytesOf('/api/assets/export?format=csv&fields=name&q=Elvedata')
    expect(bytes.toString('utf8').trim().split('\r\n')).toEqual([
      'Slag;Nummer;Tillstånd;Namn',
      "Utrustning;U-00001;I drift;'=1+1",
    ])
  })

  it('is a workbook that another library reads', async () => {
    const { bytes } = await bytesOf('/api/equipment/export?format=xlsx&fields=name,serialNumber')
    expect(await readSheet(bytes)).toEqual([
      ['Nummer', 'Tillstånd', 'Namn', 'Serienummer'],
      ['U-00001', 'I drift', '=1+1', 'ELV-1'],
      ['U-00002', 'I förråd', '<script>alert(1)</script>', 'PB-2'],
      ['U-00003', 'Planerad', 'Ångström å ä ö', '=SUM(A1)'],
    ])
  })

  it('hides what its reader may not see, and reading it in again leaves that alone', async () => {
    const { bytes } = await bytesOf('/api/equipment/export?format=csv&fields=name,network.hostname', 'anmalare')
    expect(bytes.toString('utf8')).toContain("U-00001;I drift;'=1+1;[OSL 18:8]")
    expect(bytes.toString('utf8')).not.toContain('pc1')
    const checked = createImportClient(app.as('it'))
    const { body: sent } = await checked.send(bytes, { source: 'maskad' })
    expect(await checked.checked(sent.id)).toMatchObject({ counts: { changed: 0, unchanged: 3 } })
  })

  it.each(['format=pdf', 'format=csv&limit=2', 'format=csv&nonsense=1', ''])('refuses %j', async (query) => {
    expect((await app.as('it').get(`/api/equipment/export?${query}`)).status).toBe(400)
  })
})
