import { Problem } from '../api/problem.ts'
import { sendJson } from '../api/request.ts'
import { sendFile } from '../api/send-file.ts'

interface Upload {
  address: string
  headers: { [name: string]: string }
}

interface Prepared {
  id?: string
  upload?: Upload
}

/**
 * Sends a file to where the server says: to itself, or to an address of its own that works for a while. One whose time is out is
 * exchanged for a new one, once. Answers the import; the same file sent twice is one import.
 * @throws Problem
 */
export async function sendImport(kind: string, source: string, file: File): Promise<string> {
  const about = { kind, source, name: file.name }
  const { id, upload } = (await sendJson<Prepared>('POST', '/api/imports/upload', { ...about, bytes: file.size })).data
  if (id === undefined || !upload)
    return (await sendFile<{ id: string }>(`/api/imports?${new URLSearchParams(about)}`, file)).id
  if (!(await isTaken(upload, file))) {
    const renewed = (await sendJson<Prepared>('POST', `/api/imports/${id}/upload`, {})).data
    if (!renewed.upload || !(await isTaken(renewed.upload, file)))
      throw new Problem({ status: 503, code: 'busy', title: 'the file was not taken' })
  }
  await sendJson('POST', `/api/imports/${id}/uploaded`, {})
  return id
}

async function isTaken({ address, headers }: Upload, file: File): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'PUT', headers, body: file, credentials: 'omit' })).ok
  } catch (cause) {
    throw new Problem({ status: 0, code: 'offline', title: String(cause) })
  }
}
