import { deflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { workbook } from '../../../../functions/export/workbook.ts'
import { zip, type ZipFile } from '../../../../functions/export/zip-writer.ts'
import { sheetRows } from '../../../../functions/intake/xlsx/sheet-rows.ts'
import { openWorkbook } from '../../../../functions/intake/xlsx/workbook.ts'
import { processorMs } from '../../../support/processor-time.ts'

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function rowsOf(file: Uint8Array): Promise<string[][]> {
  const book = await openWorkbook(file)
  const rows: string[][] = []
  for await (const batch of sheetRows(book, book.sheets[0]!)) rows.push(...batch.map(({ cells }) => cells))
  return rows
}

/** A workbook whose sheet is this XML. */
function withSheet(sheet: ZipFile['content'], more: ZipFile[] = []): Promise<Buffer> {
  const names = ['workbook', 'worksheet', 'styles', 'sharedStrings']
  const rels = (targets: [string, string][]) =>
    `<Relationships>${targets.map(([type, target], at) => `<Relationship Id="r${at}" Type="x/${type}" Target="${target}"/>`).join('')}</Relationships>`
  return bytesOf(
    zip([
      { name: '_rels/.rels', content: [rels([['officeDocument', 'xl/workbook.xml']])] },
      {
        name: 'xl/workbook.xml',
        content: ['<workbook><sheets><sheet name="Blad" sheetId="7" r:id="r0"/></sheets></workbook>'],
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: [
          rels([['worksheet', 'sheet.xml'], ...names.slice(2).map((name): [string, string] => [name, `${name}.xml`])]),
        ],
      },
      { name: 'xl/sheet.xml', content: sheet },
      ...more,
    ]),
  )
}

const sheetOf = (rows: string) => withSheet([`<worksheet><sheetData>${rows}</sheetData></worksheet>`])

async function reasonOf(file: Promise<Uint8Array> | Uint8Array): Promise<string> {
  return rowsOf(await file).then(
    () => 'read',
    (error: { reason?: string }) => error.reason ?? String(error),
  )
}

async function* once<T>(value: T) {
  yield value
}

describe('workbooks', () => {
  it('written by another library are read as they look', async () => {
    const file = await writeWorkbook([
      [{ value: 'Namn' }, { value: 'Köpt' }, { value: 'Antal' }, { value: 'Kopplad' }, { value: 'Serienr' }],
      [
        { value: 'Dator <å> & "ä"' },
        { value: new Date(Date.UTC(2024, 1, 29)), format: 'yyyy-mm-dd' },
        { value: 1.5 },
        { value: true },
        { value: '0012345678901234' },
      ],
    ] as never).toBuffer()
    expect(await rowsOf(file)).toEqual([
      ['Namn', 'Köpt', 'Antal', 'Kopplad', 'Serienr'],
      ['Dator <å> & "ä"', '2024-02-29', '1.5', 'TRUE', '0012345678901234'],
    ])
  })

  it('of our own are read by another library', async () => {
    const cells = ['=1+1', 'rad ett\nrad två', '<b>å</b> & "c"', '_x000D_', '000123456789012345']
    const file = await bytesOf(
      workbook('Utrustning [alla]: a/b', ['A', 'B', 'C', 'D', 'E'], once([cells, ['', '', 'x', '', '']])),
    )
    expect(await readSheet(file)).toEqual([['A', 'B', 'C', 'D', 'E'], cells, [null, null, 'x', null, null]])
    expect(await rowsOf(file)).toEqual([['A', 'B', 'C', 'D', 'E'], cells, ['', '', 'x']])
  })

  it('show a number that has lost digits as one', async () => {
    const cell = (value: string) => `<c><v>${value}</v></c>`
    const file = await sheetOf(
      `<row>${['123456789012345', '1.2345678901234567E+18', '0.1', '1E-3'].map(cell).join('')}</row>`,
    )
    expect(await rowsOf(file)).toEqual([['123456789012345', '1.2345678901234568E+18', '0.1', '0.001']])
  })

  it('read formulas by their last value, merged cells once, errors as they show, and rich text whole', async () => {
    const file = await withSheet(
      [
        '<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:f>A1&amp;"x"</x:f><x:v>ax</x:v></x:c><x:c r="C2" t="e"><x:v>#N/A</x:v></x:c>',
        '<x:c r="D2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:XFD1048576"/></x:mergeCells></x:worksheet>',
      ],
      [
        {
          name: 'xl/sharedStrings.xml',
          content: ['<sst><si><r><t>en </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si></sst>'],
        },
      ],
    )
    expect(await rowsOf(file)).toEqual([['ax', '', '#N/A', 'en text']])
  })
})

describe('hostile workbooks', () => {
  it('with everything merged are read as the cells that hold something', async () => {
    const merged = '<mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000) + '</mergeCells>'
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row><row r="2"><c r="B2"><v>2</v></c></row>'
    const file = await withSheet([`<worksheet><sheetData>${rows}</sheetData>${merged}</worksheet>`])
    let rowsRead: unknown
    const tookMs = await processorMs(async () => (rowsRead = await rowsOf(file)))
    expect(rowsRead).toEqual([
      ['1', ''],
      ['', '2'],
    ])
    expect(tookMs).toBeLessThan(1000)
  })

  it.each([
    [
      'a million columns',
      () =>
        sheetOf(`<row>${Array.from({ length: 1_000_000 }, (_, at) => `<c><v>${at * 7919}</v></c>`).join('')}</row>`),
      'too-many-columns',
    ],
    ['a cell in column XFD999', () => sheetOf('<row><c r="XFD1"><v>1</v></c></row>'), 'too-many-columns'],
    ['too many rows', () => sheetOf('<row><c><v>1</v></c></row>'.repeat(60_000)), 'too-many-rows'],
    [
      'a billion laughs',
      () => withSheet(['<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>']),
      'workbook-bomb',
    ],
    [
      'a document type in the workbook itself',
      () => hostileBook('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>'),
      'workbook-bomb',
    ],
    ['an endless tag', () => sheetOf(`<row a="${'x'.repeat(200_000)}">`), 'workbook-bomb'],
    [
      'an endless cell',
      () => sheetOf(`<row><c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}</t></is></c></row>`),
      'cell-too-long',
    ],
    ['a sheet of zeros that packs a thousandfold', () => withSheet(zeros(64)), 'workbook-bomb'],
    ['a sheet said to be small that is not', async () => liar(await withSheet(zeros(3))), 'workbook-bomb'],
    ['one of four gigabytes', async () => claiming(await sheetOf(''), 0xfffffff0), 'workbook-bomb'],
    [
      'a damaged sheet',
      async () => damaged(await sheetOf('<row><c><v>1</v></c></row>'.repeat(2000))),
      'broken-workbook',
    ],
    ['half a file', async () => (await sheetOf('')).subarray(0, 300), 'not-a-workbook'],
    ['no workbook but a ZIP', () => bytesOf(zip([{ name: 'a.txt', content: ['x'] }])), 'not-a-workbook'],
    ['an old or protected workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-workbook'],
    ['a text called .xlsx', () => Buffer.from('Namn;Serienummer'), 'not-a-workbook'],
  ])('%s is refused within a second and 128 MB', async (_, make, reason) => {
    const file = await make()
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    let given: unknown
    const tookMs = await processorMs(async () => (given = await reasonOf(file)))
    expect(given).toBe(reason)
    expect(tookMs).toBeLessThan(1000)
    expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1024 * 1024)
  })
})

function* zeros(megabytes: number) {
  for (let at = 0; at < megabytes; at++) yield ' '.repeat(1024 * 1024)
}

function hostileBook(xml: string): Promise<Buffer> {
  return bytesOf(zip([{ name: 'xl/workbook.xml', content: [xml] }]))
}

/** Offset of the central directory's entry of the sheet. */
function entryOf(file: Buffer): number {
  return file.lastIndexOf('xl/sheet.xml') - 46
}

function liar(file: Buffer): Buffer {
  file.writeUInt32LE(1000, entryOf(file) + 24)
  return file
}

function claiming(file: Buffer, bytes: number): Buffer {
  file.writeUInt32LE(bytes, entryOf(file) + 24)
  return file
}

function damaged(file: Buffer): Buffer {
  const at = file.indexOf('xl/sheet.xml') + 12
  deflateRawSync('x').copy(file, at + 3)
  file.fill(0xff, at + 10, at + 40)
  return file
}
