import { deflateSync, inflateSync } from 'node:zlib'
import type { Item, Json, Key } from './store.ts'

/** An item as both adapters keep it: its body as JSON text, or deflated when that text is over 1 KB. */
export interface StoredItem extends Key {
  body: string | Uint8Array
  version?: number
  expiresAt?: number
}

const compressOverBytes = 1024
/** UTF-8 bytes of a UTF-16 code unit at most. */
export const longestLetterBytes = 3
/** A small window and little memory: records are small, and setting up more costs more than it saves. */
const deflating = { windowBits: 13, memLevel: 5, chunkSize: 4096 }
const inflating = { chunkSize: 4096 }

/** @returns the item with its body as JSON text or, over 1 KB, deflated. */
export function encodeItem(item: Item): StoredItem {
  return stored(item.pk, item.sk, encodeBody(item.body), item.version, item.expiresAt)
}

/** @throws Error when the body is not what `encodeItem` made. */
export function decodeItem({ pk, sk, body, version, expiresAt }: StoredItem): Item {
  const text = typeof body === 'string' ? body : inflateSync(body, inflating).toString('utf8')
  const item: Item = { pk, sk, body: JSON.parse(text) as Json }
  if (version !== undefined) item.version = version
  if (expiresAt !== undefined) item.expiresAt = expiresAt
  return item
}

/** As `decodeItem`, but what cannot be decoded is handed over as such, so that a walk over everything can name it. */
export function decodeAny(item: StoredItem): Item {
  try {
    return decodeItem(item)
  } catch {
    return { pk: item.pk, sk: item.sk, body: null, unreadable: true }
  }
}

/** A stored item without undefined members, so that both adapters hand over equal objects. */
export function stored(
  pk: string,
  sk: string,
  body: string | Uint8Array,
  version?: number | null,
  expiresAt?: number | null,
): StoredItem {
  const item: StoredItem = { pk, sk, body }
  if (version !== undefined && version !== null) item.version = version
  if (expiresAt !== undefined && expiresAt !== null) item.expiresAt = expiresAt
  return item
}

/** Bytes as DynamoDB counts them: the names of the attributes and their values, numbers at two digits a byte. */
export function itemBytes(item: StoredItem): number {
  const numbers = numberBytes('version', item.version) + numberBytes('expiresAt', item.expiresAt)
  const bodyBytes = typeof item.body === 'string' ? Buffer.byteLength(item.body) : item.body.byteLength
  return keyBytes(item) + 'body'.length + bodyBytes + numbers
}

/** Bytes of a key with the names of its two attributes. */
export function keyBytes(key: Key): number {
  return 'pk'.length + Buffer.byteLength(key.pk) + 'sk'.length + Buffer.byteLength(key.sk)
}

function encodeBody(body: Json): string | Uint8Array {
  const text = JSON.stringify(body)
  return text.length * longestLetterBytes > compressOverBytes && Buffer.byteLength(text) > compressOverBytes
    ? deflateSync(text, deflating)
    : text
}

function numberBytes(name: string, value: number | undefined): number {
  return value === undefined ? 0 : name.length + Math.ceil(String(value).length / 2) + 1
}
