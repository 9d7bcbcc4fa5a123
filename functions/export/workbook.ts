import { zip } from './zip-writer.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What an XLSX workbook is sent as. */
export const workbookType = `${sheetType}.sheet`

const parts = [
  {
    name: '[Content_Types].xml',
    text: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    text: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  },
  {
    name: 'xl/styles.xml',
    text: `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  },
]

/**
 * A workbook of one sheet, in pieces: a bold heading row that stays in view, and every cell as text, so that no number loses
 * digits and nothing is ever a formula.
 */
export function workbook(
  sheetName: string,
  headings: readonly string[],
  rows: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const book = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(nameOfSheet(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  return zip([
    ...parts.map(({ name, text }) => ({ name, content: [declaration, text] })),
    { name: 'xl/workbook.xml', content: [declaration, book] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(headings, rows) },
  ])
}

async function* sheet(headings: readonly string[], rows: AsyncIterable<readonly (readonly string[])[]>) {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const widths = headings.map(
    (text, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(40, Math.max(12, text.length + 2))}" customWidth="1"/>`,
  )
  yield `${declaration}<worksheet xmlns="${main}">${view}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  yield rowText(headings, 1, 1)
  let number = 2
  for await (const batch of rows) yield batch.map((cells) => rowText(cells, number++, 0)).join('')
  yield '</sheetData></worksheet>'
}

function rowText(cells: readonly string[], row: number, style: number): string {
  const inner = cells.map((text, at) => (text === '' ? '' : cellText(text, `${columnName(at + 1)}${row}`, style)))
  return `<row r="${row}">${inner.join('')}</row>`
}

const cellMostCharacters = 32_767

function cellText(text: string, reference: string, style: number): string {
  const kept = escapeXml(text.slice(0, cellMostCharacters))
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`
}

function columnName(column: number): string {
  let name = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name
}

/** At most 31 characters, and none that a sheet's name may not have. */
function nameOfSheet(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Blad1'
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
