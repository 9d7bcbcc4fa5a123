import { randomUUID } from 'node:crypto'
import { createClock } from '../../functions/clock.ts'
import { createCore, type Core } from '../../functions/core.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { systemActor } from '../../functions/directory/directory.ts'
import { createApp } from '../../functions/http/app.ts'
import { createAuthenticator } from '../../functions/http/authorize.ts'
import { createSessionCookies } from '../../functions/http/session-cookie.ts'
import { createSessions } from '../../functions/http/session.ts'
import { allKinds } from '../../functions/kinds.ts'
import { activity } from '../../functions/processing/activity.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { RecordOf } from '../../functions/register/kind.ts'
import { rowsOf } from '../../functions/register/rows.ts'
import { productRoutes } from '../../functions/services.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { createMeter, type Meter } from '../../functions/store/meter.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const origin = 'https://forteckna.example'
const places = ['Norr', 'Söder', 'Öster', 'Väster', 'Ånge', 'Älvdalen', 'Östersund', 'Malmö', 'Kiruna', 'Visby']
const themes = [
  'uppföljning',
  'journal',
  'schema',
  'kvalitet',
  'forskning',
  'passage',
  'remiss',
  'faktura',
  'enkät',
  'logg',
]

/** Calls the app and answers the parsed body; checks nothing, so that only the product is measured. */
// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape
export type Caller = (path: string, request?: RequestInit) => Promise<any>

export interface BenchRegister {
  /** A caller with a real session of this demo person; throws at any answer but 2xx. */
  signedIn(userId: string): Promise<Caller>
  core: Core
  meter: Meter
  close(): Promise<void>
}

/** The product at the app, on an embedded store with the demo register and so many registered activities more. */
export async function openBenchRegister(count: number): Promise<BenchRegister> {
  const directory = makeTemporaryDirectory()
  const clock = createClock(Date.now)
  const meter = createMeter()
  const store = openEmbeddedStore({ dir: directory.path, meter, now: clock.ms })
  await fillDemo(store, clock, true)
  const core = createCore({ store, clock, kinds: allKinds })
  await addCopies(core, count)
  const sessions = createSessions({ store, now: clock.now })
  const cookies = createSessionCookies(origin)
  const verifyBearer = async () => undefined
  const authenticate = createAuthenticator({ sessions, cookies, verifyBearer, directory: core.directory })
  const deps = { ...core.deps, authenticate, log: () => {}, meter, origins: [origin] }
  const app = createApp({ routes: productRoutes(core, []), deps })
  return {
    core,
    meter,
    signedIn: async (userId) => {
      const personId = await core.directory.find(userId)
      const cookie = cookies.setSession(await sessions.start(personId!, 'sv')).split(';')[0]!
      const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' }
      return async (path, request = {}) => {
        const response = await app.request(origin + path, { ...request, headers: { ...headers, ...request.headers } })
        const body = JSON.parse(await response.text())
        if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`)
        return body
      }
    },
    close: async () => {
      await store.close()
      directory.remove()
    },
  }
}

/** Copies of the demo's registered activities under other names and numbers: their rows, which lists and searches read. */
async function addCopies({ deps, directory }: Core, count: number): Promise<void> {
  const actor = systemActor(await directory.tree())
  const { items } = await deps.engine.list(activity, { filters: { state: ['registered'] }, limit: 50 }, actor)
  const shown = await Promise.all(items.map(({ id }) => deps.engine.get(activity, id, actor)))
  const templates = shown.map(({ record }) => record).filter((record) => record.registeredRevision === record.revision)
  for (let first = 0; first < count; first += 50) {
    const copies = Array.from({ length: Math.min(50, count - first) }, (_, offset) => copyOf(templates, first + offset))
    await Promise.all(copies.map((copy) => deps.store.commit(writesOf(copy), randomUUID())))
  }
}

function copyOf(templates: readonly RecordOf<ActivityData>[], index: number): RecordOf<ActivityData> {
  const template = templates[index % templates.length]!
  const number = String(index).padStart(5, '0')
  const own = template.data.name!.charAt(0).toLowerCase() + template.data.name!.slice(1)
  const name = `${places[index % 10]} ${themes[Math.floor(index / 10) % 10]} ${own} ${number}`
  return {
    ...template,
    id: `act_01K0000000000000000000${number}`,
    number: `B-2020-${number}`,
    data: { ...template.data, name },
  }
}

function writesOf(record: RecordOf<ActivityData>): { put: { pk: string; sk: string; body: never } }[] {
  const rows = rowsOf(activity, { newest: record, registered: record })
  return rows.map(({ unique: _unique, ...put }) => ({ put: put as never }))
}
