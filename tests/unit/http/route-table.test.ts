import { describe, expect, test } from 'vitest'
import { type Method, publicRoute, type Route } from '../../../functions/http/route.ts'
import { routeTable } from '../../../functions/http/route-table.ts'

function route(method: Method, path: string, operationId = `${method}${path}`): Route {
  const summary = { sv: path, en: path }
  return publicRoute({ method, path, operationId, summary, success: { status: 200 }, handler: async () => ({}) })
}

const things = routeTable([
  route('GET', '/api/things/:id'),
  route('GET', '/api/things/:id/links'),
  route('GET', '/api/things/similar'),
  route('GET', '/api/things'),
])

describe('the table of routes', () => {
  test('tries a fixed segment before a parameter', () => {
    const { paths } = things
    expect(paths.map(({ path }) => path)).toEqual([
      '/api/things',
      '/api/things/similar',
      '/api/things/:id',
      '/api/things/:id/links',
    ])
  })

  test('gathers the methods of a path, HEAD with GET', () => {
    const { paths } = routeTable([route('GET', '/a'), route('PUT', '/a')])
    expect(paths[0]?.allow).toEqual(['GET', 'HEAD', 'PUT'])
  })

  test.each([
    ['/api/things', '/api/things', {}],
    ['/api/things/a%2Fb', '/api/things/:id', { id: 'a/b' }],
    ['/api/things/%C3%B6/links', '/api/things/:id/links', { id: 'ö' }],
    ['/api/things/%E0%A4%A', '/api/things/:id', { id: '%E0%A4%A' }],
    ['/api/%74hings/similar', '/api/things/similar', {}],
  ])('finds %s at %s', (address, path, params) => {
    expect(things.find(address)).toMatchObject({ path, params })
  })

  test.each(['/api', '/api/things/', '/api/things//links', '/api/things/a/b', '/api/things/a/links/', ''])(
    'finds nothing at "%s"',
    (address) => expect(things.find(address)).toBeUndefined(),
  )

  test('refuses two routes for one method and path', () => {
    expect(() => routeTable([route('GET', '/a', 'one'), route('GET', '/a', 'two')])).toThrow('GET /a')
  })

  test('refuses two routes of one operation id', () => {
    expect(() => routeTable([route('GET', '/a', 'same'), route('GET', '/b', 'same')])).toThrow('same')
  })
})
