import { afterAll, expect, it } from 'vitest'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'
import { type LocalProcess, startLocal } from '../../support/local-server.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'
import { ordinary } from '../../unit/processing/records.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

it('tells of what was filed just before a crash, once, after the next start', { timeout: 120_000 }, async () => {
  const port = await freePort()
  const start = async (): Promise<LocalProcess> => {
    const server = startLocal(port, { DATA_DIR: directory.path })
    await server.ready()
    return server
  }
  let server = await start()
  const headers = { Authorization: `Bearer ${await server.token('anmalare')}`, 'Content-Type': 'application/json' }
  const call = async (path: string, body?: object, more: { [name: string]: string } = {}) => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const answer = await fetch(server.origin + path, { ...init, headers: { ...headers, ...more } })
    const said = (await answer.json()) as { [field: string]: string }
    if (!answer.ok) throw new Error(JSON.stringify(said))
    return said
  }
  const people = (await call('/api/people?limit=200')) as unknown as {
    items: { id: string; data: { userId: string; orgUnitId: string } }[]
  }
  const person = (userId: string) => people.items.find(({ data }) => data.userId === userId)
  const { applicationIds: _inventory, ...data } = ordinary
  const filed = {
    ...data,
    orgUnitId: person('anmalare')?.data.orgUnitId,
    controllerOrgUnitId: undefined,
    contactPersonId: person('anmalare')?.id,
    responsibleManagerId: person('chef')?.id,
    unlistedSystems: ['Kallelsetjänsten'],
    registerRole: 'processor',
    onBehalfOf: [{ name: 'Regionen' }],
    processorCategories: ['support'],
  }
  const created = await call('/api/activities', { data: filed })
  const { number } = await call(
    `/api/activities/${created['id']}/transitions`,
    { transition: 'submit' },
    { 'If-Match': `"${created['revision']}"` },
  )
  server.child.kill('SIGKILL')
  await server.ended

  server = await start()
  const page = async () => (await fetch(`${server.origin}/dev/mail?language=sv`)).text()
  const told = async () => (await page()).split(`Förteckna: ${number}<`).length - 1
  await expect.poll(told, { timeout: 20_000, interval: 200 }).toBeGreaterThanOrEqual(2)
  const times = await told()
  await expect.poll(() => existsSync(join(directory.path, 'heads')), { timeout: 40_000, interval: 500 }).toBe(true)
  expect(await told()).toBe(times)
  server.child.kill('SIGTERM')
  await server.ended
})
