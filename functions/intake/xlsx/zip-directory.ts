import { UnreadableFile } from '../read/unreadable-file.ts'

/** One file of a ZIP archive, as its central directory tells. */
export interface ZipEntry {
  name: string
  method: number
  compressedBytes: number
  bytes: number
  /** Where its local header begins. */
  at: number
}

/** Limits looked at before anything is unpacked. */
export const zipLimits = {
  entries: 2000,
  entryBytes: 400 * 1024 * 1024,
  totalBytes: 600 * 1024 * 1024,
  /** Real workbooks pack to a fifth or a tenth; repeated cells to a fiftieth. */
  ratio: 250,
  ratioCountsOverBytes: 4 * 1024 * 1024,
} as const

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const commentMostBytes = 65_535
const stored = 0
const deflated = 8

/**
 * The files of an archive from its central directory alone.
 * @throws UnreadableFile `not-a-workbook`, `broken-workbook` (ZIP64, overlapping or impossible entries) or `workbook-bomb`
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (start + size > end) throw new UnreadableFile('broken-workbook')
  if (count > zipLimits.entries) throw new UnreadableFile('workbook-bomb')
  const entries: ZipEntry[] = []
  for (let at = start; entries.length < count;) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw new UnreadableFile('broken-workbook')
    const nameBytes = view.getUint16(at + 28, true)
    const flags = view.getUint16(at + 8, true)
    if (flags & 1) throw new UnreadableFile('encrypted-workbook')
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      compressedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  assertReasonable(entries, bytes.length)
  return entries
}

/** The packed bytes of an entry. @throws UnreadableFile `broken-workbook` when its local header is not there */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localSignature)
    throw new UnreadableFile('broken-workbook')
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (from + entry.compressedBytes > bytes.length) throw new UnreadableFile('broken-workbook')
  return bytes.subarray(from, from + entry.compressedBytes)
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - commentMostBytes)
  for (let at = view.byteLength - endBytes; at >= lowest; at--) if (view.getUint32(at, true) === endSignature) return at
  throw new UnreadableFile('not-a-workbook')
}

function assertReasonable(entries: readonly ZipEntry[], fileBytes: number): void {
  let total = 0
  let packed = 0
  for (const { bytes, compressedBytes, method, name } of entries) {
    total += bytes
    packed += compressedBytes
    if (method !== stored && method !== deflated) throw new UnreadableFile('broken-workbook')
    if (bytes > zipLimits.entryBytes || total > zipLimits.totalBytes) throw new UnreadableFile('workbook-bomb')
    if (bytes > zipLimits.ratioCountsOverBytes && bytes > compressedBytes * zipLimits.ratio)
      throw new UnreadableFile('workbook-bomb')
    if (name.includes('..')) throw new UnreadableFile('broken-workbook')
  }
  if (packed > fileBytes) throw new UnreadableFile('workbook-bomb')
}
