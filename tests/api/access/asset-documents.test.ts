import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetKinds } from '../../../functions/assets/asset-kinds.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import type { Kind } from '../../../functions/register/kind.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { editors, routes } from './asset-document-table.ts'
import { people, type Person } from './asset-table.ts'

const persons = Object.keys(people) as Person[]

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('the table names every route of the documents of assets, and no other', () => {
  const served = app.routes
    .filter(({ path }) => /^\/api\/(equipment|medical-devices|applications)\/:id\/documents\b/.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  const named = Object.keys(editors).flatMap((kind) =>
    routes.map(({ route }) => route.replace(/\?.*/, '').replace(' ', ` ${kind}`)),
  )
  expect(named.toSorted()).toEqual(served.toSorted())
})

const cases = Object.keys(editors).flatMap((path) => ['inOperation', 'disposed'].map((state) => [path, state] as const))

describe.each(cases)('documents of %s that is %s', (kindPath, state) => {
  const { by, editors: adding } = editors[kindPath]!
  let id: string
  beforeAll(async () => {
    const kind = assetKinds.find(({ plural }) => kindPath.endsWith(`/${plural}`)) as unknown as Kind<object>
    const actor = { ...systemActor(await app.core.directory.tree()), personId: app.people[by]! }
    const data = {
      name: 'Det som har dokument',
      usingOrgUnitIds: [app.units['hjartmottagningen']],
      responsiblePersonId: app.people['eva.lindgren'],
      ...(kindPath.endsWith('applications') && {
        systemOwnerId: app.people['systemagare'],
        systemAdministratorIds: [app.people['viktor.ahl']],
      }),
    }
    id = (await app.core.deps.engine.create(kind, data, actor, { state })).record.id
    const headers = { 'Content-Type': 'application/pdf' }
    const body = new TextEncoder().encode('%PDF-1.7\n%%EOF')
    const added = await app.as(by).send(`${kindPath}/${id}/documents?name=intyg.pdf`, { method: 'POST', body, headers })
    if (added.status !== 201) throw new Error(JSON.stringify(added.body))
  })

  test.each(routes)('$route answers everybody as the table says', async ({ route, body, who, status }) => {
    const [method, path = ''] = route.split(' ')
    const address = `${kindPath}${path.replace(':id', id).replace(':n', '1')}`
    const answers: { [person: string]: number } = {}
    for (const person of persons) {
      const answer = await app.as(person).send(address, {
        method: method!,
        ...(method === 'POST' && { body: body ? JSON.stringify(body) : 'x' }),
        headers: body ? { 'Content-Type': 'application/json' } : {},
      })
      answers[person] = answer.status
    }
    const may = (person: Person) => who === 'readers' || adding.includes(person)
    expect(answers).toEqual(
      Object.fromEntries(persons.map((person) => [person, person === 'admin' ? 404 : may(person) ? status : 403])),
    )
    expect((await app.anybody.send(address, { method: method! })).status).toBe(401)
  })
})
