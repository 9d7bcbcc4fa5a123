import { freePort } from '../support/free-port.ts'
import { startLocal } from '../support/local-server.ts'
import { assetRows } from '../support/asset-rows.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { type Figure, percentile } from './figure.ts'

const rows = Number(process.env['INTAKE_ROWS'] ?? 20_000)
const pauseMs = 5

/** How long others wait for a list, a record and a save while the local server reads a file in. */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  const port = await freePort()
  const server = startLocal(port, { DATA_DIR: directory.path })
  try {
    await server.ready()
    const headers = { Authorization: `Bearer ${await server.token('it')}`, 'Content-Type': 'application/json' }
    const call = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(server.origin + path, { ...init, headers: { ...headers, ...init.headers } })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json() as Promise<{ id: string; state: string; counts: { new: number } }>
    }
    const create = () =>
      call('/api/equipment', { method: 'POST', body: JSON.stringify({ data: { name: 'Skrivare' } }) })
    const { id } = await create()
    const text = assetRows(rows)
      .map((cells) => `${cells.join(';')}\n`)
      .join('')
    const upload = { method: 'POST', body: text, headers: { 'Content-Type': 'text/csv' } }
    const job = await call('/api/imports?kind=equipment&source=bench&name=a.csv', upload)
    const asks = { list: '/api/equipment', record: `/api/equipment/${id}`, search: '/api/assets?q=pc' }
    const times: { [what: string]: number[] } = { list: [], record: [], search: [], save: [] }
    const until = async (state: string): Promise<void> => {
      for (let round = 0; ; round++) {
        for (const [what, path] of Object.entries(asks)) times[what]!.push(await timed(() => call(path)))
        if (round % 4 === 0) times['save']!.push(await timed(create))
        if (round % 40 > 0) continue
        const now = await call(`/api/imports/${job.id}`)
        if (now.state === 'failed') throw new Error('the import failed')
        if (now.state === state) return
      }
    }
    await call(`/api/imports/${job.id}/mapping`, { method: 'PUT', body: '{}' })
    await until('checked')
    await call(`/api/imports/${job.id}/apply`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'all', confirmed: true }),
    })
    await until('applied')
    return Object.entries(times).flatMap(([what, some]): Figure[] => [
      { name: `P5 a ${what} while ${rows} rows are read in: p50`, value: percentile(some, 0.5), unit: 'ms' },
      {
        name: `P5 a ${what} while ${rows} rows are read in: p99`,
        value: percentile(some, 0.99),
        unit: 'ms',
        budget: 100,
      },
      { name: `P5 a ${what} while ${rows} rows are read in: longest`, value: Math.max(...some), unit: 'ms' },
    ])
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
    directory.remove()
  }
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  const took = performance.now() - started
  await new Promise((resolve) => setTimeout(resolve, pauseMs))
  return took
}
