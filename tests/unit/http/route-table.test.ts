import { describe, expect, test } from 'vitest'
import { type Method, publicRoute, type Route } from '../../../functions/http/route.ts'
import { findPath, routeTable } from '../../../functions/http/route-table.ts'

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

describe('finding the path that an address fits', () => {
  const table = routeTable(
    ['/api/things', '/api/things/similar', '/api/things/:id', '/api/things/:id/links/:rel'].map((path) =>
      route('GET', path),
    ),
  )
  const found = (pathname: string) => {
    const at = findPath(table, pathname)
    return at && [at.routes.path, at.params]
  }

  test.each([
    ['/api/things', ['/api/things', {}]],
    ['/api/things/similar', ['/api/things/similar', {}]],
    ['/api/things/a1', ['/api/things/:id', { id: 'a1' }]],
    ['/api/things/a1/links/b', ['/api/things/:id/links/:rel', { id: 'a1', rel: 'b' }]],
    ['/api/%74hings', ['/api/things', {}]],
    ['/api/things/a%2Fb', ['/api/things/:id', { id: 'a/b' }]],
    ['/api/things/%C3%A5', ['/api/things/:id', { id: 'å' }]],
    ['/api/things/%zz', ['/api/things/:id', { id: '%zz' }]],
    ['/api/things/__proto__', ['/api/things/:id', { id: '__proto__' }]],
  ])('%s', (pathname, expected) => {
    expect(found(pathname)).toEqual(expected)
  })

  test.each([
    '/',
    '/api',
    '/api/things/',
    '/api//things',
    '/api/things//links/b',
    '/api/things/a/links',
    '/api/thingsa',
  ])('none fits %s', (pathname) => {
    expect(found(pathname)).toBeUndefined()
  })
})
