/**
 * Which service answers which part of the API: a path and what is below it; one with `{id}` by itself. Every path not named here goes to
 * the default service.
 */
export const servicePaths = {
  processing: ['/api/activities', '/api/tasks', '/api/search'],
  assets: [
    '/api/equipment',
    '/api/medical-devices',
    '/api/applications',
    '/api/assets',
    '/api/saved-views',
    '/api/stock-takes',
    '/api/reorganisations',
  ],
  suppliers: ['/api/suppliers', '/api/agreements', '/api/coverage'],
  intake: [
    '/api/imports',
    '/api/assets/batch',
    '/api/assets/loads',
    '/api/assets/sources',
    '/api/assets/export',
    '/api/equipment/export',
    '/api/medical-devices/export',
    '/api/applications/export',
    '/api/suppliers/export',
    '/api/agreements/export',
  ],
  directory: [
    '/api/session',
    '/api/org-units',
    '/api/people',
    '/api/role-assignments',
    '/api/vocabulary-codes',
    '/api/vocabularies',
    '/api/directory',
  ],
  proof: [
    '/api/verification',
    '/api/activities/{id}/proof',
    '/api/equipment/{id}/proof',
    '/api/medical-devices/{id}/proof',
    '/api/applications/{id}/proof',
    '/api/saved-views/{id}/proof',
    '/api/stock-takes/{id}/proof',
    '/api/reorganisations/{id}/proof',
    '/api/suppliers/{id}/proof',
    '/api/agreements/{id}/proof',
    '/api/org-units/{id}/proof',
    '/api/people/{id}/proof',
    '/api/role-assignments/{id}/proof',
    '/api/vocabulary-codes/{id}/proof',
  ],
} as const

export type ServiceName = keyof typeof servicePaths

/** What the HTTP API is told of one of these paths; it takes the route that fits a path in full before one for all that is below. */
export function gatewayRoutes(path: string): string[] {
  return path.includes('{') ? [path] : [path, `${path}/{rest+}`]
}

/** The service that the HTTP API sends a path (without its query) to: what fits in full, otherwise the longest beginning that fits. */
export function serviceOf(path: string): ServiceName {
  const fitting = Object.entries(servicePaths).flatMap(([service, paths]) =>
    paths.filter((one) => fits(path, one)).map((one) => ({ service: service as ServiceName, one })),
  )
  const [best] = fitting.toSorted((a, b) => b.one.length - a.one.length)
  return best?.service ?? defaultService
}

function fits(path: string, named: string): boolean {
  if (!named.includes('{')) return path === named || path.startsWith(`${named}/`)
  const [asked, parts] = [path.split('/'), named.split('/')]
  return asked.length === parts.length && parts.every((part, at) => part.startsWith('{') || part === asked[at])
}

/** Answers health and unknown paths; the OpenAPI document is a file of the web. */
export const defaultService: ServiceName = 'processing'
