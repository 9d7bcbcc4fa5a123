import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClock } from '../../functions/clock.ts'
import { createCore } from '../../functions/core.ts'
import { allKinds } from '../../functions/kinds.ts'
import { supplierKinds } from '../../functions/suppliers/kinds.ts'
import { supplier } from '../../functions/suppliers/supplier.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

test('a service that holds only its own kinds still names the neighbours of other services', async () => {
  const { body } = await product.as('avtal').post('/api/suppliers', { data: { name: 'Exempel AB' } })
  const data = { name: 'Delad skrivare', supplierIds: [{ supplierId: body.id, role: 'vendor' }] }
  const printer = await product.as('it').post('/api/equipment', { data })
  const asked: string[] = []
  const core = createCore({
    store: product.store,
    clock: createClock(Date.now),
    kinds: supplierKinds,
    furtherKind: async (name) => {
      asked.push(name)
      return allKinds.find((kind) => kind.name === name)
    },
  })
  const actor = await core.directory.actor(product.people['anmalare'] ?? '', 'sv')
  const groups = await core.deps.engine.links(supplier, body.id, actor!)
  expect(groups).toMatchObject([
    { direction: 'in', rel: 'supplierIds', items: [{ kind: 'equipment', id: printer.body.id }] },
  ])
  expect(asked).toEqual(['equipment'])
})
