import type { Person } from './asset-table.ts'

/** Who adds documents to an asset in operation: those who may edit it (domain sections 6 and 10.24), whatever its state. */
export const editors: { readonly [path: string]: { by: Person; editors: readonly Person[] } } = {
  '/api/equipment': { by: 'it', editors: ['it'] },
  '/api/medical-devices': { by: 'mt', editors: ['mt'] },
  '/api/applications': { by: 'it', editors: ['it', 'systemagare', 'viktor.ahl'] },
}

/** Every route of an asset's documents; `status` is what a person who may gets here. */
export const routes: readonly {
  route: string
  body?: object
  who: 'readers' | 'editors'
  status: number
}[] = [
  { route: 'GET /:id/documents', who: 'readers', status: 200 },
  { route: 'POST /:id/documents?name=a.pdf', who: 'editors', status: 422 },
  // The file goes to the service itself here: there is no other place to upload it to.
  { route: 'POST /:id/documents/upload', body: { name: 'a.pdf' }, who: 'editors', status: 404 },
  { route: 'GET /:id/documents/:n', who: 'readers', status: 200 },
]
