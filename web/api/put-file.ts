import { Problem } from './problem.ts'

/** Where a file goes. */
export interface Sending {
  method: 'POST' | 'PUT'
  address: string
  type: string
  /** Told how much has gone, from 0 to 1. */
  onProgress?: (share: number) => void
}

/** Sends a file and tells how far it has come, which `fetch` cannot. Answers the body. @throws Problem */
export function putFile(file: Blob, { method, address, type, onProgress }: Sending): Promise<string> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.setRequestHeader('Content-Type', type)
    if (method === 'POST') request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && onProgress?.(loaded / total))
    request.addEventListener('load', () =>
      request.status >= 200 && request.status < 300
        ? done(request.responseText)
        : failed(problemIn(request.status, request.responseText)),
    )
    request.addEventListener('error', () => failed(new Problem({ status: 0, code: 'offline', title: 'offline' })))
    request.send(file)
  })
}

function problemIn(status: number, text: string): Problem {
  try {
    return new Problem({ code: 'unknown', title: '', ...(JSON.parse(text) as object), status })
  } catch {
    return new Problem({ status, code: 'unknown', title: String(status) })
  }
}
