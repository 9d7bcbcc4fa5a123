import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { fieldList } from '../../unit/assets/field-list.ts'

interface Property {
  $ref?: string
  type?: string
  anyOf?: Property[]
  items?: Property
  properties?: { [name: string]: Property }
}

let app: TestApp
let schemas: { [name: string]: Property }

beforeAll(async () => {
  app = await openTestApp()
  const { body } = await app.as('it').get('/api/openapi.json')
  schemas = body.components.schemas
})
afterAll(() => app.close())

const listed = Object.entries(fieldList).flatMap(([kind, rows]) => rows.map((row) => [kind, ...row] as const))
const dataOf = (kind: string) => schemas[`${kind.charAt(0).toUpperCase()}${kind.slice(1)}Data`]!.properties!

/** Names of attributes anywhere in a property. */
function attributes(property: Property): string[] {
  return [
    ...Object.keys(property.properties ?? {}),
    ...(property.items ? attributes(property.items) : []),
    ...(property.anyOf ?? []).flatMap(attributes),
  ]
}

describe('the OpenAPI document', () => {
  it.each(listed)('describes %s.%s with all that it holds', (kind, name, ...inner) => {
    const property = dataOf(kind)[name]
    expect(property).toBeDefined()
    expect(attributes(property!)).toEqual(expect.arrayContaining(inner))
  })

  it.each(Object.keys(fieldList))('describes no other field of %s', (kind) => {
    expect(Object.keys(dataOf(kind)).toSorted()).toEqual(fieldList[kind]!.map(([name]) => name).toSorted())
  })

  it('says that network details may be masked', () => {
    for (const kind of Object.keys(fieldList)) {
      expect(JSON.stringify(dataOf(kind)['network'])).toContain('Masked')
    }
  })
})
