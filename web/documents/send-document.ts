import { Problem } from '../api/problem.ts'
import { putFile } from '../api/put-file.ts'
import { sendJson } from '../api/request.ts'

interface Upload {
  upload: string
  address: string
}

/** A document with what is said of it: `name`, `part`, `replaces`. */
export interface Sent {
  /** The record's documents. */
  address: string
  file: File
  about: { [name: string]: string }
  onProgress: (share: number) => void
}

/** The most that a document may weigh. */
export const mostBytes = 25 * 1024 * 1024
/** What a request to the service itself carries everywhere. */
const directBytes = 4 * 1024 * 1024
const type = 'application/octet-stream'
/** How storage answers a link whose time is out. */
const linkRefused = [400, 401, 403]

/**
 * Adds a document: a small one with the request, a larger one by a link to where files are kept, when the service gives one.
 * @throws Problem `link-expired` when the link's time ran out on the way
 */
export async function sendDocument({ address, file, about, onProgress }: Sent): Promise<void> {
  const upload = file.size > directBytes ? await linkFor(address, file.name) : undefined
  const query = new URLSearchParams({ ...about, name: file.name, ...(upload && { upload: upload.upload }) })
  if (!upload) {
    await putFile(file, { method: 'POST', address: `${address}?${query}`, type, onProgress })
    return
  }
  try {
    await putFile(file, { method: 'PUT', address: upload.address, type, onProgress })
  } catch (problem) {
    if (!(problem instanceof Problem) || !linkRefused.includes(problem.status)) throw problem
    throw new Problem({ status: problem.status, code: 'link-expired', title: problem.message })
  }
  await putFile(new Blob([]), { method: 'POST', address: `${address}?${query}`, type })
}

/** A link to send a file by; none where the service takes files itself. */
async function linkFor(address: string, name: string): Promise<Upload | undefined> {
  try {
    return (await sendJson<Upload>('POST', `${address}/upload`, { name })).data
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return undefined
    throw problem
  }
}
