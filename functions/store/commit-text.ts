import type { Json, Write } from './store.ts'

/** A put without a condition: its sort key, or 0 for that of the one before; its body, or none for that of the one before. */
type PlainPut = [pk: string, sk: string | 0, body?: Json]

/**
 * A commit as one text, for another thread. The rows of a record stand at one place in many partitions and say the same, so what the
 * put before has said is left out: a third of the text, which would be written, read and thrown away for every row of a file.
 */
export function commitText(writes: readonly Write[], token: string): string {
  let before: { sk?: string; body?: Json } = {}
  const said = writes.map((write): Write | PlainPut => {
    if (!('put' in write) || write.if !== undefined) return write
    const { put } = write
    if (put.version !== undefined || put.expiresAt !== undefined) return write
    const sk = put.sk === before.sk ? 0 : put.sk
    const isSame = put.body === before.body
    before = put
    return isSame ? [put.pk, sk] : [put.pk, sk, put.body]
  })
  return JSON.stringify([token, said])
}

/** What `commitText` was given. */
export function commitOf(text: string): { writes: Write[]; token: string } {
  const [token, said] = JSON.parse(text) as [string, (Write | PlainPut)[]]
  let before: { sk: string; body: Json } = { sk: '', body: null }
  const writes = said.map((one): Write => {
    if (!Array.isArray(one)) return one
    const put = {
      pk: one[0],
      sk: one[1] === 0 ? before.sk : one[1],
      body: one.length < 3 ? before.body : (one[2] as Json),
    }
    before = put
    return { put }
  })
  return { writes, token }
}
