import { Problem, problemOf } from './problem.ts'

/** Sends a file as it is. @throws Problem */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': typeOf(file) },
      body: file,
    })
  } catch (cause) {
    throw new Problem({ status: 0, code: 'offline', title: String(cause) })
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as T
}

/** What the file is by its name; what the browser says of it differs between computers. */
function typeOf({ name }: File): string {
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return /\.(csv|txt|tsv)$/i.test(name) ? 'text/csv' : 'application/octet-stream'
}
