import { UnreadableFile } from '../read/unreadable-file.ts'
import { isDateFormat } from './number-text.ts'
import { attribute, createTagReader, type Mark, unescapeXml } from './tags.ts'
import { unpack, unpackWhole } from './unpack.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface Sheet {
  name: string
  entry: ZipEntry
}

/** An XLSX workbook as far as its cells need it. */
export interface Workbook {
  file: Uint8Array
  /** Visible sheets, in their order. */
  sheets: Sheet[]
  since1904: boolean
  /** Whether cells of a style hold dates, by the style's number. */
  dateStyles: boolean[]
  strings: string[]
}

const partMostBytes = 8 * 1024 * 1024
const stringsMostCharacters = 48 * 1024 * 1024
const stringsMost = 2_000_000

/**
 * Opens a workbook: what it is made of, its styles and its shared strings.
 * @throws UnreadableFile when it is none, is protected by a password, or is made to harm
 */
export async function openWorkbook(file: Uint8Array): Promise<Workbook> {
  assertZip(file)
  const entries = new Map(readZipDirectory(file).map((entry) => [entry.name.replace(/^\//, ''), entry]))
  const main = await mainPart(file, entries)
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : ''
  const parts = await relations(file, entries.get(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const { sheets, since1904 } = await sheetsOf(file, entries.get(main), parts, entries)
  if (sheets.length === 0) throw new UnreadableFile('not-a-workbook')
  const styles = entries.get(partOf(parts, 'styles') ?? '')
  const strings = entries.get(partOf(parts, 'sharedStrings') ?? '')
  return {
    file,
    sheets,
    since1904,
    dateStyles: styles ? await dateStylesOf(file, styles) : [],
    strings: strings ? await sharedStrings(file, strings) : [],
  }
}

function assertZip(file: Uint8Array): void {
  if (file[0] === 0xd0 && file[1] === 0xcf && file[2] === 0x11 && file[3] === 0xe0)
    throw new UnreadableFile('old-workbook')
  if (file[0] !== 0x50 || file[1] !== 0x4b || file.length < 22) throw new UnreadableFile('not-a-workbook')
}

type Parts = Map<string, { type: string; target: string }>
type Entries = ReadonlyMap<string, ZipEntry>

async function mainPart(file: Uint8Array, entries: Entries): Promise<string> {
  const parts = await relations(file, entries.get('_rels/.rels'), '')
  const main = partOf(parts, 'officeDocument') ?? 'xl/workbook.xml'
  if (!entries.has(main)) throw new UnreadableFile('not-a-workbook')
  return main
}

function partOf(parts: Parts, type: string): string | undefined {
  return [...parts.values()].find((part) => part.type === type)?.target
}

async function relations(file: Uint8Array, entry: ZipEntry | undefined, folder: string): Promise<Parts> {
  const parts: Parts = new Map()
  await eachTag(file, entry, (mark) => {
    if (mark.type !== 'open' || mark.name !== 'Relationship') return
    const target = attribute(mark.attributes, 'Target') ?? ''
    const type = attribute(mark.attributes, 'Type') ?? ''
    parts.set(attribute(mark.attributes, 'Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`,
    })
  })
  return parts
}

async function sheetsOf(file: Uint8Array, entry: ZipEntry | undefined, parts: Parts, entries: Entries) {
  const sheets: Sheet[] = []
  let since1904 = false
  await eachTag(file, entry, (mark) => {
    if (mark.type !== 'open') return
    if (mark.name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(mark.attributes, 'date1904') ?? '')
    if (mark.name !== 'sheet' || (attribute(mark.attributes, 'state') ?? 'visible') !== 'visible') return
    const id = /\s\w*:?id\s*=\s*["'](rId[^"']*|[^"']*)["']/.exec(
      mark.attributes.replace(/\ssheetId\s*=\s*["'][^"']*["']/, ''),
    )?.[1]
    const part = parts.get(id ?? '')
    const found = part?.type === 'worksheet' ? entries.get(part.target) : undefined
    if (found) sheets.push({ name: attribute(mark.attributes, 'name') ?? '', entry: found })
  })
  return { sheets, since1904 }
}

async function dateStylesOf(file: Uint8Array, entry: ZipEntry): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let within = false
  await eachTag(file, entry, (mark) => {
    if (mark.type === 'text') return
    if (mark.name === 'cellXfs') within = mark.type === 'open'
    if (mark.type === 'close') return
    if (mark.name === 'numFmt')
      codes.set(Number(attribute(mark.attributes, 'numFmtId')), attribute(mark.attributes, 'formatCode') ?? '')
    if (mark.name !== 'xf' || !within) return
    const id = Number(attribute(mark.attributes, 'numFmtId') ?? 0)
    styles.push(isDateFormat(id, codes.get(id)))
  })
  return styles
}

/** Strings that cells refer to by number; the readings of Japanese words (`rPh`) are left out. */
async function sharedStrings(file: Uint8Array, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let characters = 0
  let taking = false
  let reading = false
  const reader = createTagReader((mark) => {
    if (mark.type === 'text') {
      if (taking && !reading) text += unescapeXml(mark.text)
      return
    }
    if (mark.name === 'rPh') reading = mark.type === 'open' && !mark.closed
    if (mark.name === 't') taking = mark.type === 'open' && !mark.closed
    if (mark.name !== 'si' || (mark.type === 'open' && !mark.closed)) return
    characters += text.length
    if (characters > stringsMostCharacters || strings.length >= stringsMost) throw new UnreadableFile('too-large')
    strings.push(text)
    text = ''
  })
  for await (const piece of unpack(file, entry)) reader.push(piece)
  reader.end()
  return strings
}

async function eachTag(file: Uint8Array, entry: ZipEntry | undefined, on: (mark: Mark) => void): Promise<void> {
  if (!entry) return
  const reader = createTagReader(on)
  reader.push(await unpackWhole(file, entry, partMostBytes))
  reader.end()
}
