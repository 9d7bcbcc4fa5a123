import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { questionList } from '../../unit/processing/question-list.ts'

interface Property {
  'x-questions'?: string[]
  anyOf?: Property[]
}

let app: TestApp
let properties: { [field: string]: Property }

beforeAll(async () => {
  app = await openTestApp()
  const { body } = await app.as('dso').get('/api/openapi.json')
  properties = (body as { components: { schemas: { ActivityData: { properties: typeof properties } } } }).components
    .schemas.ActivityData.properties
})

afterAll(() => app.close())

/** Questions named on the property or on what it may be instead of a masked value. */
function asks(property: Property | undefined): string[] {
  return [...(property?.['x-questions'] ?? []), ...(property?.anyOf ?? []).flatMap(asks)]
}

describe('the OpenAPI document', () => {
  it.each(questionList)('names question %s at each of its fields', (id, ...fields) => {
    for (const field of fields) {
      const [top] = field.replace('!', '').split('.')
      expect(asks(properties[top!])).toContain(id)
    }
  })

  it.each(questionList)('holds the inner fields of %s', (_id, ...fields) => {
    for (const field of fields) {
      const [top, ...inner] = field.replace('!', '').split('.')
      const text = JSON.stringify(properties[top!])
      for (const name of inner) expect(text).toContain(`"${name}":`)
    }
  })
})
