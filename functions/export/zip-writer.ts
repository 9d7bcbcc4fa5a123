import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be packed: its name and its text in pieces. */
export interface ZipFile {
  name: string
  content: Iterable<string> | AsyncIterable<string>
}

interface Packed {
  name: Buffer
  crc: number
  compressedBytes: number
  bytes: number
  at: number
}

// Sizes follow the content (bit 3), names are UTF-8 (bit 11).
const flags = 0x0808
const version = 20
const deflated = 8
const date1980 = 0x0021

/** A ZIP archive in pieces, packed as it is read. No entry or archive may pass 4 GB. */
export async function* zip(files: Iterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  let at = 0
  for (const file of files) {
    const entry: Packed = { name: Buffer.from(file.name), crc: 0, compressedBytes: 0, bytes: 0, at }
    for await (const piece of pack(file, entry)) {
      at += piece.length
      yield piece
    }
    packed.push(entry)
  }
  const directory = Buffer.concat(packed.map(directoryEntry))
  yield directory
  yield endOf(packed.length, directory.length, at)
}

async function* pack({ content }: ZipFile, entry: Packed): AsyncGenerator<Uint8Array> {
  yield localHeader(entry)
  const deflate = createDeflateRaw({ level: 6 })
  const feeding = feed(deflate, content, entry)
  for await (const piece of deflate as AsyncIterable<Uint8Array>) {
    entry.compressedBytes += piece.length
    yield piece
  }
  await feeding
  yield descriptor(entry)
}

async function feed(deflate: ReturnType<typeof createDeflateRaw>, content: ZipFile['content'], entry: Packed) {
  try {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      entry.crc = crc32(bytes, entry.crc)
      entry.bytes += bytes.length
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
    }
    deflate.end()
  } catch (error) {
    deflate.destroy(error as Error)
  }
}

function localHeader({ name }: Packed): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(date1980, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, compressedBytes, bytes }: Packed): Buffer {
  const after = Buffer.alloc(16)
  after.writeUInt32LE(0x08074b50, 0)
  after.writeUInt32LE(crc, 4)
  after.writeUInt32LE(compressedBytes, 8)
  after.writeUInt32LE(bytes, 12)
  return after
}

function directoryEntry({ name, crc, compressedBytes, bytes, at }: Packed): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(deflated, 10)
  header.writeUInt16LE(date1980, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(compressedBytes, 20)
  header.writeUInt32LE(bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, name])
}

function endOf(count: number, directoryBytes: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(at, 16)
  return end
}
