import type { Method, Route } from './route.ts'

/** The routes of one path, by method. */
export interface PathRoutes {
  path: string
  methods: ReadonlyMap<Method, Route>
  /** What `Allow` says; GET answers HEAD too. */
  allow: readonly string[]
}

/** A path that an address fits, with what the address says for its parameters. */
export interface FoundPath extends PathRoutes {
  params: { readonly [name: string]: string }
}

export interface RouteTable {
  /** In the order in which they are tried. */
  paths: readonly PathRoutes[]
  /** The path that an address's path fits, as it stands in the address. */
  find(pathname: string): FoundPath | undefined
}

/**
 * Routes gathered by path, in the order in which paths are to be tried: a fixed segment before a parameter.
 * Throws when two routes share method and path, or operation id.
 */
export function routeTable(routes: readonly Route[]): RouteTable {
  assertDistinct(routes.map((route) => route.operationId))
  assertDistinct(routes.map((route) => `${route.method} ${route.path}`))
  const byPath = Map.groupBy(routes, (route) => route.path)
  const paths = [...byPath.keys()].sort(bySpecificity).map((path) => pathRoutes(path, byPath.get(path) ?? []))
  const patterns = paths.map((entry) => ({ entry, steps: entry.path.split('/') }))
  const ofLength = Map.groupBy(patterns, ({ steps }) => steps.length)
  return {
    paths,
    find: (pathname) => {
      const steps = pathname.split('/').map(decoded)
      for (const pattern of ofLength.get(steps.length) ?? []) {
        const params = fit(pattern.steps, steps)
        if (params) return { ...pattern.entry, params }
      }
      return undefined
    },
  }
}

function pathRoutes(path: string, routes: readonly Route[]): PathRoutes {
  const methods = routes.map((route) => route.method)
  return {
    path,
    methods: new Map(routes.map((route) => [route.method, route])),
    allow: methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort(),
  }
}

function fit(pattern: readonly string[], steps: readonly string[]): { [name: string]: string } | undefined {
  const params: { [name: string]: string } = {}
  for (const [index, expected] of pattern.entries()) {
    const step = steps[index] ?? ''
    if (expected.startsWith(':') && step !== '') params[expected.slice(1)] = step
    else if (expected !== step) return undefined
  }
  return params
}

/** What is no percent-encoding of UTF-8 stays as it stands. */
function decoded(step: string): string {
  if (!step.includes('%')) return step
  try {
    return decodeURIComponent(step)
  } catch {
    return step
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
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`two routes are called ${name}`)
    seen.add(name)
  }
}
