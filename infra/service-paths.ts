/** Which service answers which part of the API; every path not named here goes to the default service. */
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
} as const

export type ServiceName = keyof typeof servicePaths

/** Answers health, the OpenAPI document and unknown paths. */
export const defaultService: ServiceName = 'processing'
