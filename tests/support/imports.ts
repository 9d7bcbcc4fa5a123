import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Client } from './client.ts'

/** How files are sent, mapped and applied in tests. */
export interface ImportClient {
  send(
    file: string | Uint8Array,
    about?: { kind?: string; source?: string; name?: string; type?: string },
  ): Promise<Answer>
  /** The import as it stands when nothing works on it. */
  settled(id: string, query?: string): Promise<Answer['body']>
  /** Maps as proposed, with these changes, and waits for the check. */
  checked(id: string, change?: object): Promise<Answer['body']>
  applied(id: string, how?: object): Promise<Answer['body']>
  /** Sends, maps as proposed, checks and applies the valid rows. */
  imported(file: string | Uint8Array, about?: Parameters<ImportClient['send']>[1]): Promise<Answer['body']>
}

export function createImportClient(client: Client): ImportClient {
  const self: ImportClient = {
    send: (file, { kind = 'equipment', source = 'sccm', name = 'fil.csv', type = 'text/csv' } = {}) =>
      client.send(`/api/imports?kind=${kind}&source=${encodeURIComponent(source)}&name=${encodeURIComponent(name)}`, {
        method: 'POST',
        body: typeof file === 'string' ? file : new Uint8Array(file),
        headers: { 'Content-Type': type },
      }),
    async settled(id, query = '') {
      for (let attempt = 0; attempt < 1000; attempt++) {
        const { body } = await client.get(`/api/imports/${id}${query}`)
        if (body.state !== 'checking' && body.state !== 'applying') return body
        await sleep(10)
      }
      throw new Error(`import ${id} does not settle`)
    },
    async checked(id, change = {}) {
      const { status, body } = await client.put(`/api/imports/${id}/mapping`, change)
      if (status !== 200) throw new Error(JSON.stringify(body))
      return self.settled(id)
    },
    async applied(id, how = { mode: 'valid', confirmed: true }) {
      const { status, body } = await client.post(`/api/imports/${id}/apply`, how)
      if (status !== 202) throw new Error(JSON.stringify(body))
      return self.settled(id)
    },
    async imported(file, about) {
      const { status, body } = await self.send(file, about)
      if (status > 201) throw new Error(JSON.stringify(body))
      await self.checked(body.id)
      return self.applied(body.id)
    },
  }
  return self
}
