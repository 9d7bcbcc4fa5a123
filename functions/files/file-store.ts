/** What a stored file is known by: its size and the SHA-256 of its content, in hexadecimal. */
export interface StoredFile {
  bytes: number
  sha256: string
}

export type Content = Uint8Array | AsyncIterable<Uint8Array>

export interface LinkOptions {
  /** How long the address works. */
  seconds: number
  /** The name the browser saves it under; always as an attachment. */
  fileName?: string
  type?: string
}

/** What looking through a file for harmful code came to; `unscannable` is one that could not be read, as with a password. */
export type ScanVerdict = 'sound' | 'waiting' | 'harmful' | 'unscannable'

/**
 * Files by path, written whole and never changed in place. Paths are the product's own (`imports/imp_01K…/rows.csv`):
 * letters, digits, `.`, `_`, `-` and `/`; a name that a person gave is never part of one.
 */
export interface FileStore {
  /** Writes a file, or puts another in its place, all or nothing. @throws FileTooLarge as soon as `mostBytes` is passed */
  put(path: string, content: Content, mostBytes?: number): Promise<StoredFile>
  /** The content in pieces; undefined when there is none. */
  read(path: string): Promise<AsyncIterable<Uint8Array> | undefined>
  remove(path: string): Promise<void>
  /** An address for fetching the file without passing through the service; undefined where the service itself hands files over. */
  downloadLink?(path: string, options: LinkOptions): Promise<string>
  /** An address to which a browser may `PUT` the file, with this `Content-Type` and, when `bytes` is given, of this size exactly. */
  uploadLink?(path: string, options: { seconds: number; type: string; bytes?: number }): Promise<string>
  /** Whether the file has been looked through for harmful code, and with what result; undefined where nothing does that. */
  scanned?(path: string): Promise<ScanVerdict>
}

export class FileTooLarge extends Error {
  override name = 'FileTooLarge'
  readonly mostBytes: number
  constructor(mostBytes: number) {
    super(`the file is larger than ${mostBytes} bytes`)
    this.mostBytes = mostBytes
  }
}

/** Stands where files have no place: commands and documents that need none. */
export const noFiles: FileStore = {
  put: async () => refuse(),
  read: async () => undefined,
  remove: async () => undefined,
}

function refuse(): never {
  throw new Error('there is no place for files')
}

/** @throws Error for a path that could lead elsewhere */
export function assertPath(path: string): void {
  const parts = path.split('/')
  if (path.length > 500 || !parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part)))
    throw new Error(`no path of a file: ${path.slice(0, 80)}`)
}

/** Content in pieces, whatever form it came in. */
export async function* piecesOf(content: Content, mostBytes = Infinity): AsyncGenerator<Uint8Array> {
  let received = 0
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    received += piece.byteLength
    if (received > mostBytes) throw new FileTooLarge(mostBytes)
    yield piece
  }
}

/**
 * A whole file in memory; undefined when there is none. For files known to be small.
 * @throws FileTooLarge as soon as `mostBytes` is passed
 */
export async function readWhole(files: FileStore, path: string, mostBytes?: number): Promise<Buffer | undefined> {
  const content = await files.read(path)
  if (!content) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(content, mostBytes)) pieces.push(piece)
  return Buffer.concat(pieces)
}
