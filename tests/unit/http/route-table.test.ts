import { describe, expect, test } from 'vitest'
import { type Method, publicRoute, type Route } from '../../../functions/http/route.ts'
import { routeTable } from '../../../functions/http/route-table.ts'

function route(method: Method, path: string, operationId = `${method}${path}`): Route {
  const summary = { sv: path, en: path }
  return publicRoute({ method, path, operationId, summary, success: { status: 200 }, handler: async () => ({}) })
}

describe('the table of routes', () => {
  test('tries a fixed segment before a parameter', () => {
    const table = routeTable([
      route('GET', '/api/things/:id'),
      route('GET', '/api/things/:id/links'),
      route('GET', '/api/things/similar'),
      route('GET', '/api/things'),
    ])
    expect(table.map(({ path }) => path)).toEqual([
      '/api/things',
      '/api/things/similar',
      '/api/things/:id',
      '/api/things/:id/links',
    ])
  })

  test('gathers the methods of a path, HEAD with GET', () => {
    const [entry] = routeTable([route('GET', '/a'), route('PUT', '/a')])
    expect(entry?.allow).toEqual(['GET', 'HEAD', 'PUT'])
  })

  test('refuses two routes for one method and path', () => {
    expect(() => routeTable([route('GET', '/a', 'one'), route('GET', '/a', 'two')])).toThrow('GET /a')
  })

  test('refuses two routes of one operation id', () => {
    expect(() => routeTable([route('GET', '/a', 'same'), route('GET', '/b', 'same')])).toThrow('same')
  })
})
