import type { Method, Route } from './route.ts'

/** The routes of one path, by method. */
export interface PathRoutes {
  path: string
  methods: ReadonlyMap<Method, Route>
  /** What `Allow` says; GET answers HEAD too. */
  allow: readonly string[]
}

/**
 * Routes gathered by path, in the order in which paths are to be tried: a fixed segment before a parameter.
 * Throws when two routes share method and path, or operation id.
 */
export function routeTable(routes: readonly Route[]): PathRoutes[] {
  assertDistinct(routes.map((route) => route.operationId))
  assertDistinct(routes.map((route) => `${route.method} ${route.path}`))
  const paths = [...new Set(routes.map((route) => route.path))].sort(bySpecificity)
  return paths.map((path) => {
    const own = routes.filter((route) => route.path === path)
    const methods = own.map((route) => route.method)
    return {
      path,
      methods: new Map(own.map((route) => [route.method, route])),
      allow: methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort(),
    }
  })
}

function bySpecificity(a: string, b: string): number {
  return rank(a) < rank(b) ? -1 : 1
}

function rank(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '1' : `0${segment}`))
    .join('/')
}

function assertDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`two routes are called ${twice}`)
}
