/** Types of file that a record may hold, by the ending of their names. */
const types: { readonly [ending: string]: string } = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/** What a request may call such a file. */
export const documentTypes: readonly string[] = [...Object.values(types), 'application/octet-stream']

const folders: { readonly [ending: string]: string } = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' }
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const entriesRead = 20_000

/** The type of a file whose content is what its name says; undefined when it is not, or may not be kept. */
export function documentTypeOf(name: string, content: Uint8Array): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const type = types[ending]
  return type && isOf(ending, type, content) ? type : undefined
}

/** A name without path, control characters or blanks around it. */
export function isFileName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && !/[/\\:\p{Cc}]/u.test(name) && !/^\.|^\s|\s$/.test(name)
}

function isOf(ending: string, type: string, content: Uint8Array): boolean {
  if (ending === 'pdf') return textAt(content, 0, 5) === '%PDF-' && textAt(content, -1024, 1024).includes('%%EOF')
  if (type.startsWith('application/vnd.openxml')) return isOfficeOpen(content, folders[ending] ?? '')
  if (type.startsWith('application/vnd.oasis')) return isOpenDocument(content, type)
  return compound.every((byte, at) => content[at] === byte)
}

/** A package of parts with the program's own folder in it, and no macros. */
function isOfficeOpen(content: Uint8Array, folder: string): boolean {
  const names = entryNames(content)
  return (
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith(folder)) &&
    !names.some((name) => /vbaProject|macrosheets/i.test(name))
  )
}

/** A package that begins with its type. */
function isOpenDocument(content: Uint8Array, type: string): boolean {
  const names = entryNames(content)
  const begins = textAt(content, 30, 8 + type.length) === `mimetype${type}`
  return begins && names.includes('content.xml') && !names.some((name) => /^(Basic|Scripts)\//.test(name))
}

/** Names in the central directory of a ZIP file; none when it has none. */
function entryNames(content: Uint8Array): string[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  let end = content.length - 22
  for (const stop = Math.max(0, end - 65_535); end >= stop && view.getUint32(end, true) !== 0x06054b50;) end--
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (
    let read = 0;
    read < entriesRead && at + 46 <= content.length && view.getUint32(at, true) === 0x02014b50;
    read++
  ) {
    const length = view.getUint16(at + 28, true)
    names.push(textAt(content, at + 46, length))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function textAt(content: Uint8Array, start: number, length: number): string {
  const from = start < 0 ? Math.max(0, content.length + start) : start
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1', from, from + length)
}
