import { FileTooLarge, readWhole } from '../files/file-store.ts'
import { readBytes } from '../http/body.ts'
import type { Deps } from '../http/deps.ts'
import type { PersonCall } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'

const mostBytes = 25 * 1024 * 1024

/** What was sent with the request, or put where an earlier answer said. Throws `too-large`, `invalid` when nothing is there. */
export async function sentFile(
  { files }: Deps,
  { request, query }: PersonCall<{ upload?: string }>,
  id: string,
): Promise<Uint8Array> {
  if (!query.upload) return readBytes(request, mostBytes)
  const content = await readWhole(files, uploadPath(id, query.upload), mostBytes).catch((error: unknown) => {
    if (!(error instanceof FileTooLarge)) throw error
    throw new RegisterError('too-large', 'over 25 MB', { params: { maximum: mostBytes / (1024 * 1024) } })
  })
  if (!content) throw faulty('upload', 'no-such-upload')
  return content
}

/** Where a file waits that is sent past the service. */
export function uploadPath(id: string, named: string): string {
  return `uploads/${id}/${named}`
}

/** A refusal of what was sent, by the parameter it is about. */
export function faulty(where: string, code: string, params?: { n: number }): RegisterError {
  return new RegisterError('invalid', code, { errors: [{ pointer: `/${where}`, code, ...(params && { params }) }] })
}
