import type { Method, Route } from './route.ts'

/** The routes of one path, by method. */
export interface PathRoutes {
  /** `/api/activities/:id/links` */
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

/** A path that an address fits, and what stands in the place of each parameter. */
export interface FoundPath {
  routes: PathRoutes
  params: { readonly [name: string]: string }
}

/** The first path of the table that an address fits. Its segments are decoded one by one, so that an encoded slash stays within its own. */
export function findPath(table: readonly PathRoutes[], pathname: string): FoundPath | undefined {
  const asked = pathname.split('/').map(decoded)
  for (const routes of table) {
    const params = paramsOf(routes.path.split('/'), asked)
    if (params) return { routes, params }
  }
  return undefined
}

function paramsOf(pattern: readonly string[], asked: readonly string[]): FoundPath['params'] | undefined {
  if (pattern.length !== asked.length) return undefined
  const params: { [name: string]: string } = {}
  for (const [at, part] of pattern.entries()) {
    const segment = asked[at] as string
    if (part.startsWith(':') && segment !== '') params[part.slice(1)] = segment
    else if (part !== segment) return undefined
  }
  return params
}

/** A segment whose encoding is broken fits no fixed one, and is no id. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
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
