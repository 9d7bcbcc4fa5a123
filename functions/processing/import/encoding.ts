import { type Encoding, UnreadableFile } from './table.ts'

export interface DecodedText {
  text: string
  encoding: Encoding
  byteOrderMark: boolean
}

const sampleBytes = 4096

/**
 * Text of a file whose encoding nobody stated: a byte order mark decides, then the pattern of zero bytes (UTF-16),
 * then whether the bytes are valid UTF-8; what remains is read as Windows-1252, which Excel in Sweden writes.
 * @throws UnreadableFile `binary` when zero bytes fit no text encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked) return { text: decode(bytes.subarray(marked.length), marked.encoding), ...marked, byteOrderMark: true }
  const wide = wideEncoding(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide, byteOrderMark: false }
  if (bytes.subarray(0, sampleBytes).includes(0)) throw new UnreadableFile('binary')
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  return { text: decode(bytes, encoding), encoding, byteOrderMark: false }
}

function markedEncoding(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, sampleBytes)
  if (sample.length < 4) return undefined
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = sample.length / 2
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
