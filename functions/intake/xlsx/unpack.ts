import { constants, createInflateRaw } from 'node:zlib'
import { UnreadableFile } from '../read/unreadable-file.ts'
import { packedBytes, type ZipEntry } from './zip-directory.ts'

const feedBytes = 64 * 1024

/**
 * The text of an entry in pieces, unpacked as it is asked for, so that a reader that stops has unpacked no more.
 * @throws UnreadableFile `workbook-bomb` when it holds more than its directory says, `broken-workbook` when it is damaged
 */
export async function* unpack(file: Uint8Array, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let unpacked = 0
  for await (const piece of pieces(packedBytes(file, entry), entry)) {
    unpacked += piece.length
    if (unpacked > entry.bytes) throw new UnreadableFile('workbook-bomb')
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  if (unpacked < entry.bytes) throw new UnreadableFile('broken-workbook')
}

/** All text of a small entry. @throws UnreadableFile `workbook-bomb` when it is larger than `mostBytes`, and as `unpack` */
export async function unpackWhole(file: Uint8Array, entry: ZipEntry, mostBytes: number): Promise<string> {
  if (entry.bytes > mostBytes) throw new UnreadableFile('workbook-bomb')
  let text = ''
  for await (const piece of unpack(file, entry)) text += piece
  return text
}

async function* pieces(packed: Uint8Array, { method }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += feedBytes) yield packed.subarray(at, at + feedBytes)
    return
  }
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: feedBytes })
  inflate.end(packed)
  try {
    for await (const piece of inflate) yield piece as Uint8Array
  } catch (cause) {
    throw new UnreadableFile('broken-workbook', {}, { cause })
  } finally {
    inflate.destroy()
  }
}
