import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDelimited } from '../../../functions/intake/read/delimited.ts'
import { readPublishedList } from '../../../functions/suppliers/published/list.ts'
import { countriesIn } from '../../../functions/suppliers/published/places.ts'
import { readListFile } from '../../../functions/suppliers/published/read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the headings of a published list', () => {
  it.each([
    ['Sub-processor | Service | Data Location | Transfer Mechanism', 'name task country mechanism'],
    ['Provider | Country | Purpose | Data processed | DPA', 'name country task dataText mechanism'],
    [
      'Identity (full legal name, registration number, address) | Type of service | Location of processing incl. safeguards',
      'name task country',
    ],
    ['Underbiträde | Organisationsnummer | Land | Ändamål | Skyddsåtgärder', 'name orgNumber country task mechanism'],
    ['Leverantör | Tjänst | Plats för behandling | Uppgifter', 'name task country dataText'],
    ['Third-party vendor | Description of processing | Hosting region', 'name task country'],
    ['Company | Purpose of processing | Personal data | Location', 'name task dataText country'],
    ['Entity name | Entity country | Nature of processing', 'name country task'],
    ['Unterauftragsverarbeiter | Zweck | Standort', 'name task country'],
    ['Sous-traitant | Finalité | Pays', 'name task country'],
  ])('are known: %s', (headings, fields) => {
    const read = readPublishedList(headings.split(' | '), [])
    expect(read.fields.join(' ')).toBe(fields)
  })
})

describe('a place', () => {
  it.each([
    ['Germany, Sweden', 'DE SE'],
    ['Frankfurt, Stockholm, Dublin', 'DE SE IE'],
    ['USA (SCCs)', 'US'],
    ['US/UK', 'US GB'],
    ['AWS eu-north-1', 'SE'],
    ['Azure West Europe (westeurope)', 'NL'],
    ['Sverige och Finland', 'SE FI'],
    ['United States (optional for EU customers)', 'US'],
    ['Nederländerna', 'NL'],
    ['The cloud', ''],
    ['EU', ''],
  ])('is read: %s', (text, countries) => {
    expect(countriesIn(text).join(' ')).toBe(countries)
  })
})

describe('a published list in a file', () => {
  it('is read with its mechanism and its own words, whatever stands above the headings', async () => {
    const text =
      'Underbiträden;;\n\nNamn;Land;Tjänst;Överföring\nMolnet Inc;USA;"Drift, lagring";SCC och DPF\nNordmoln;Sverige;Support;\n;;;x\nNordmoln;Norge;;\n'
    const read = await readListFile(bytes(text))
    expect(read.readAs).toMatchObject({ format: 'csv', delimiter: ';', headingRow: 3 })
    expect(read.subProcessors).toMatchObject([
      { name: 'Molnet Inc', country: 'US', task: 'Drift, lagring', mechanism: 'scc46_2c' },
      { name: 'Nordmoln', country: 'SE', task: 'Support' },
    ])
    expect(read.subProcessors[0]!.asPublished).toContain('Överföring: SCC och DPF')
    expect(read.faults.map(({ row, code }) => [row, code])).toEqual([
      [6, 'name'],
      [7, 'twice'],
    ])
  })

  it('is refused when there is none', async () => {
    for (const text of ['', 'Namn;Land\n']) await expect(readListFile(bytes(text))).rejects.toThrow()
  })
})

const published = new URL('../../../../../shared/data/suppliers-subprocessors.csv', import.meta.url)
const shared = existsSync(published)
  ? published
  : new URL('../../../../shared/data/suppliers-subprocessors.csv', import.meta.url)

describe.skipIf(!existsSync(shared))('lists that suppliers publish', () => {
  it('give the countries that somebody derived by hand', () => {
    const [heading, ...rows] = parseDelimited(readFileSync(shared, 'utf8'), ',').map(({ cells }) => cells)
    const column = (name: string) => heading!.indexOf(name)
    const wanted = ['subprocessor_as_published', 'location_as_published', 'purpose', 'transfer_mechanism']
    const read = readPublishedList(
      ['Sub-processor', 'Location', 'Purpose', 'Transfer mechanism'],
      rows.map((cells, at) => ({ row: at + 2, cells: wanted.map((name) => cells[column(name)] ?? '') })),
    )
    const derived = rows.map((cells) => cells[column('location_country_iso2_derived')])
    expect(read.subProcessors.map(({ country = '', countries }) => (countries ?? [country]).join(';'))).toEqual(derived)
  })
})
