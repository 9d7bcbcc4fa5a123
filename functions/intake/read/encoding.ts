import { UnreadableFile } from './unreadable-file.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export type Encoding = (typeof encodings)[number]

/** How the bytes of a text are to be read. */
export interface EncodingGuess {
  encoding: Encoding
  byteOrderMark: boolean
}

export interface DecodedText extends EncodingGuess {
  text: string
}

const sampleBytes = 4096
const markBytes: { readonly [encoding in Encoding]: number } = {
  'utf-8': 3,
  'utf-16le': 2,
  'utf-16be': 2,
  'windows-1252': 0,
}

/**
 * Encoding of a text that nobody stated, from its bytes in pieces: a byte order mark decides, then the pattern of zero bytes
 * (UTF-16), then whether all bytes are valid UTF-8; what remains is read as Windows-1252, which Excel in Sweden writes.
 * `end` throws UnreadableFile `binary` when zero bytes fit no text encoding.
 */
export function createEncodingGuesser(): { push(bytes: Uint8Array): void; end(): EncodingGuess } {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let sample = new Uint8Array()
  let utf8 = true
  const decode = (bytes?: Uint8Array) => {
    try {
      if (bytes) strict.decode(bytes, { stream: true })
      else strict.decode()
    } catch {
      utf8 = false
    }
  }
  return {
    push(bytes) {
      if (sample.length < sampleBytes) sample = joined(sample, bytes.subarray(0, sampleBytes - sample.length))
      if (utf8) decode(bytes)
    },
    end() {
      if (utf8) decode()
      const marked = markedEncoding(sample)
      if (marked) return { encoding: marked, byteOrderMark: true }
      const wide = wideEncoding(sample)
      if (wide) return { encoding: wide, byteOrderMark: false }
      if (sample.includes(0)) throw new UnreadableFile('binary')
      return { encoding: utf8 ? 'utf-8' : 'windows-1252', byteOrderMark: false }
    },
  }
}

/** Text from bytes in pieces, read as the guess says; `end` gives what a cut character leaves. */
export function createDecoder({ encoding, byteOrderMark }: EncodingGuess): {
  push(bytes: Uint8Array): string
  end(): string
} {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let skip = byteOrderMark ? markBytes[encoding] : 0
  return {
    push(bytes) {
      const rest = bytes.subarray(skip)
      skip = Math.max(0, skip - bytes.length)
      return decoder.decode(rest, { stream: true })
    },
    end: () => decoder.decode(),
  }
}

/**
 * Text of a file whose encoding nobody stated.
 * @throws UnreadableFile `binary` when zero bytes fit no text encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const guesser = createEncodingGuesser()
  guesser.push(bytes)
  const guess = guesser.end()
  const decoder = createDecoder(guess)
  return { text: decoder.push(bytes) + decoder.end(), ...guess }
}

/** Signs that a text was read, now or at some time before, in the wrong encoding: `Ã¥` for å, `Œ` for å, or what no encoding knows. */
export function looksMisread(text: string): boolean {
  return /\uFFFD|[\u0080-\u009F]|Ã[\u00A4\u00A5\u00B6\u0084\u0085\u0096„…–]|\p{L}[ŒŠš†„”](?=\p{Ll})/u.test(text)
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function wideEncoding(sample: Uint8Array): Encoding | undefined {
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

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
