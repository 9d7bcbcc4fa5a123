import { gunzipSync, gzipSync } from 'node:zlib'

/**
 * Where one record stood: `<kind>#<id>`, its newest revision and the hash that closes its chain. A comment (`<kind>#<id>#note#<note>`) has
 * one revision, its own hash; a day of the read log (`readlog#<day>`) as many as entries, and one hash over them all.
 */
export interface Leaf {
  record: string
  revision: number
  hash: string
}

/** A leaf as one line of text, which is what is hashed. */
export function leafText({ record, revision, hash }: Leaf): string {
  return `${record} ${revision} ${hash}`
}

/** @throws Error for text that is no leaf */
export function readLeaf(text: string): Leaf {
  const [, record, revision, hash] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(text) ?? []
  if (!record || !revision || !hash) throw new Error(`no leaf: ${text.slice(0, 80)}`)
  return { record, revision: Number(revision), hash }
}

/** Leaves as they are kept beside a head: one a line, compressed. */
export function packLeaves(leaves: readonly string[]): Buffer {
  return gzipSync(leaves.join('\n'), { level: 1 })
}

/** @throws Error when the bytes are not what `packLeaves` made */
export function unpackLeaves(bytes: Uint8Array): string[] {
  const text = gunzipSync(bytes).toString('utf8')
  return text === '' ? [] : text.split('\n')
}
