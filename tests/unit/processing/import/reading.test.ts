import { describe, expect, it } from 'vitest'
import { readRegister } from '../../../../functions/processing/import/reading.ts'
import { UnreadableFile } from '../../../../functions/intake/read/unreadable-file.ts'

const headings = ['Namn', 'Ändamål', 'Rättslig grund']
const rows = [
  ['Låneregister', 'Hålla reda på lån', 'Allmänt intresse'],
  ['Färdtjänst', 'Pröva rätt till färdtjänst', 'Myndighetsutövning'],
]

function table(delimiter: string, lineEnd: string): string {
  return [headings, ...rows].map((cells) => cells.join(delimiter)).join(lineEnd)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => (character === '€' ? 0x80 : (character.codePointAt(0) ?? 0)))
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const little = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return order === 'le' ? little : Buffer.from(little).swap16()
}

describe('encoding', () => {
  const text = table(';', '\r\n')
  it.each([
    ['UTF-8', utf8(text), 'utf-8', false],
    ['UTF-8 with BOM', utf8(`\uFEFF${text}`), 'utf-8', true],
    ['UTF-16 little endian with BOM', utf16(text, 'le', true), 'utf-16le', true],
    ['UTF-16 big endian with BOM', utf16(text, 'be', true), 'utf-16be', true],
    ['UTF-16 little endian without BOM', utf16(text, 'le', false), 'utf-16le', false],
    ['UTF-16 big endian without BOM', utf16(text, 'be', false), 'utf-16be', false],
    ['Windows-1252', windows1252(text), 'windows-1252', false],
  ] as const)('recognises %s', (_, bytes, encoding, byteOrderMark) => {
    const reading = readRegister(bytes)
    expect(reading).toMatchObject({ encoding, byteOrderMark, headings })
    expect(reading.rows[1]?.fields['Ändamål']).toBe('Pröva rätt till färdtjänst')
  })

  it('refuses a file that is no text', () => {
    expect(() => readRegister(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0, 0x21))).toThrow(UnreadableFile)
  })
})

describe('line ends and delimiters', () => {
  it.each([
    ['LF', '\n', 'lf'],
    ['CRLF', '\r\n', 'crlf'],
    ['CR alone', '\r', 'cr'],
  ])('reads lines that end in %s', (_, lineEnd, name) => {
    const reading = readRegister(utf8(table(',', lineEnd)))
    expect(reading.lineEnd).toBe(name)
    expect(reading.rows).toHaveLength(2)
  })

  it('says that line ends are mixed', () => {
    expect(readRegister(utf8('Namn,Syfte\r\nA,"rad ett\nrad två"\r\n')).lineEnd).toBe('mixed')
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (delimiter) => {
    expect(readRegister(utf8(table(delimiter, '\n')))).toMatchObject({ delimiter, headings })
  })

  it('is not misled by commas inside the cells of a semicolon file', () => {
    const text = 'Namn;Uppgifter\nA;namn, adress, telefon\nB;namn, e-post, foto\nC;namn, lön, konto'
    expect(readRegister(utf8(text))).toMatchObject({ delimiter: ';', headings: ['Namn', 'Uppgifter'] })
  })

  it('follows the delimiter that Excel declares on the first line', () => {
    const reading = readRegister(utf8(`sep=|\r\n${table('|', '\r\n')}`))
    expect(reading).toMatchObject({ delimiter: '|', headingRow: 2, headings })
  })
})

describe('headings', () => {
  it('finds the heading row below a title and a date', () => {
    const reading = readRegister(utf8(`Registerförteckning;;\nUppdaterad 2026-03-01;;\n\n${table(';', '\n')}`))
    expect(reading).toMatchObject({ headingRow: 4, headings })
    expect(reading.rows.map(({ row }) => row)).toEqual([5, 6])
  })

  it('gives repeated and empty headings names of their own', () => {
    const reading = readRegister(utf8('Namn,Ändamål,Namn,\nA,B,C,D'))
    expect(reading.headings).toEqual(['Namn', 'Ändamål', 'Namn (2)', '#4'])
    expect(reading.rows[0]?.fields).toEqual({ Namn: 'A', Ändamål: 'B', 'Namn (2)': 'C', '#4': 'D' })
    expect(reading.renamed).toEqual([
      { column: 3, from: 'Namn', to: 'Namn (2)' },
      { column: 4, from: '', to: '#4' },
    ])
  })

  it('leaves out columns that are wholly empty', () => {
    expect(readRegister(utf8('Namn,Ändamål,,\nA,B,,')).headings.filter(Boolean)).toEqual(['Namn', 'Ändamål'])
  })

  it('reads a hundred columns', () => {
    const wide = Array.from({ length: 98 }, (_, at) => `Fråga ${at}`)
    const reading = readRegister(
      utf8([['Namn', 'Ändamål', ...wide].join(';'), ['A', 'B', ...wide].join(';')].join('\n')),
    )
    expect(reading.headings).toHaveLength(100)
    expect(Object.keys(reading.rows[0]?.fields ?? {})).toHaveLength(100)
  })
})

describe('broken files', () => {
  it('keeps every row when a quote is never closed', () => {
    const text = 'Namn,Ändamål\nA,ett\nB,"två\nC,tre\nD,fyra'
    const reading = readRegister(utf8(text))
    expect(reading.rows.map(({ fields }) => fields['Namn'])).toEqual(['A', 'B', 'C', 'D'])
    expect(reading.rows[1]).toMatchObject({ fault: 'broken-quotes', fields: { Ändamål: 'två' } })
  })

  it('keeps what stands after a quote in the middle of a cell', () => {
    const reading = readRegister(utf8('Namn,Ändamål\nA,så kallad "egenkontroll" varje år\nB,två'))
    expect(reading.rows[0]?.fields['Ändamål']).toBe('så kallad "egenkontroll" varje år')
    expect(reading.rows).toHaveLength(2)
  })

  it('keeps cells to the right of the last heading', () => {
    expect(readRegister(utf8('Namn,Ändamål\nA,B,extra')).rows[0]?.fields).toEqual({
      Namn: 'A',
      Ändamål: 'B',
      '#3': 'extra',
    })
  })

  it.each([
    ['an empty file', '', 'empty'],
    ['a file of blank lines', '\n\r\n  \n', 'empty'],
    ['headings without rows', 'Namn;Ändamål\n', 'only-headings'],
    ['an empty JSON list', '[]', 'no-rows'],
  ])('says what is wrong with %s', (_, text, reason) => {
    expect(() => readRegister(utf8(text))).toThrow(expect.objectContaining({ reason }))
  })

  it('reads a cell of five million characters', () => {
    const long = 'ord '.repeat(1_250_000)
    expect(readRegister(utf8(`Namn,Ändamål\nA,"${long}"\n`)).rows[0]?.fields['Ändamål']).toHaveLength(long.length - 1)
  })
})

describe('JSON', () => {
  it('reads lines of objects and keeps a line that is broken', () => {
    const reading = readRegister(utf8('{"name":"A","purpose":["x","y"]}\n{"name":"B",\n\n{"name":"C"}'))
    expect(reading).toMatchObject({ format: 'jsonl', headings: ['name', 'purpose', 'text'] })
    expect(reading.rows).toEqual([
      { row: 1, fields: { name: 'A', purpose: 'x\ny' } },
      { row: 2, fields: { text: '{"name":"B",' }, fault: 'broken-json' },
      { row: 4, fields: { name: 'C' } },
    ])
  })

  it('reads a document with the register in a list, nested values under dotted headings', () => {
    const document = {
      total: 1,
      records: [{ title: 'A', dataTransfers: { transferred: false }, tags: [{ a: 1, b: 2 }] }],
    }
    expect(readRegister(utf8(JSON.stringify(document, null, 2))).rows[0]?.fields).toEqual({
      title: 'A',
      'dataTransfers.transferred': 'false',
      tags: 'a: 1, b: 2',
    })
  })
})
