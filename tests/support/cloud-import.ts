import type { CloudAnswer, CloudClient } from './cloud.ts'
import type { LambdaProcess } from './lambda-process.ts'
import type { LocalQueue } from './local-queue.ts'

/** Sends files and follows imports as a browser does on AWS. */
export interface CloudImports {
  /** Begins an import and asks where the file is to be sent. */
  announce(file: Buffer, about?: { kind?: string; source?: string; name?: string }): Promise<CloudAnswer>
  /** Sends a file to its address, as the browser does. */
  upload(answer: CloudAnswer, file: Buffer): Promise<Response>
  /** Announces, uploads and confirms, and lets it be read. */
  received(file: Buffer, about?: { kind?: string; source?: string; name?: string }): Promise<CloudAnswer['body']>
  /** Maps as proposed, with these changes, and lets the rows be checked. */
  checked(id: string, change?: object): Promise<CloudAnswer['body']>
  /** Asks for the rows to be saved; nothing is done yet but the asking. */
  apply(id: string): Promise<CloudAnswer>
  get(id: string, query?: string): Promise<CloudAnswer['body']>
}

/** @param workers  what takes from the queue */
export function createCloudImports(
  client: CloudClient,
  queue: LocalQueue,
  workers: () => Promise<LambdaProcess | readonly LambdaProcess[]>,
): CloudImports {
  const self: CloudImports = {
    announce: (file, { kind = 'equipment', source = 'sccm', name = 'fil.csv' } = {}) =>
      client.post('/api/imports/upload', { kind, source, name, bytes: file.length }),
    upload: ({ body }, file) =>
      fetch(body.upload.address, { method: 'PUT', body: new Uint8Array(file), headers: body.upload.headers }),
    async received(file, about) {
      const announced = await self.announce(file, about)
      if (announced.status !== 201) throw new Error(JSON.stringify(announced.body))
      const sent = await self.upload(announced, file)
      if (sent.status !== 200) throw new Error(await sent.text())
      const { id } = announced.body
      await good(client.post(`/api/imports/${id}/uploaded`), 202)
      await queue.drain(await workers())
      return self.get(id)
    },
    async checked(id, change = {}) {
      await good(client.put(`/api/imports/${id}/mapping`, change), 200)
      await queue.drain(await workers())
      return self.get(id)
    },
    apply: (id) => client.post(`/api/imports/${id}/apply`, { mode: 'valid', confirmed: true }),
    get: async (id, query = '') => (await good(client.get(`/api/imports/${id}${query}`), 200)).body,
  }
  return self
}

async function good(asked: Promise<CloudAnswer>, status: number): Promise<CloudAnswer> {
  const answer = await asked
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}
