import { people, type Person } from './agreement-table.ts'

const persons = Object.keys(people) as Person[]
const allBut = (...named: readonly Person[]) => persons.filter((person) => !named.includes(person))

/** Who reads the agreement of the table: domain 6 and 10.24; `systemagare` is named as its owner. */
const readers: readonly Person[] = ['avtal', 'systemagare', 'samordnare', 'gunilla.ek', 'dso', 'revisor']
/** Who sees coverage at all (domain 10.24). */
const seers: readonly Person[] = [...readers, 'agnes.wallin', 'dso.exempelby']
/** Everybody but who is there for the platform alone. */
const everybody = allBut('admin')
const owner: readonly Person[] = ['avtal']

/** One route: who is answered, and what the others are told. */
export interface RouteExpectation {
  /** `GET /api/agreements/:id`; `:id` stands for the agreement or the supplier. */
  route: string
  query?: string
  /** What a changing route is sent, `:board` being a controller; being let in may then mean a refusal of what is sent. */
  body?: unknown
  allowed: readonly Person[]
  /** Those who are told that there is no such record; the rest are refused. */
  hidden?: readonly Person[]
  /** The status for those let in. */
  status?: number
}

const others = allBut(...readers)

/** Every route of suppliers, agreements and coverage, by hand from the domain model, sections 6, 7 and 10.24. */
export const routes: readonly RouteExpectation[] = [
  { route: 'GET /api/suppliers', allowed: persons },
  { route: 'POST /api/suppliers', body: { data: { name: 'Rutt AB' } }, allowed: owner, status: 201 },
  { route: 'GET /api/suppliers/:id', allowed: everybody, hidden: ['admin'] },
  {
    route: 'PUT /api/suppliers/:id',
    body: { data: { name: 'Nytt namn' } },
    allowed: owner,
    hidden: ['admin'],
    status: 412,
  },
  {
    route: 'POST /api/suppliers/:id/transitions',
    body: { transition: 'end' },
    allowed: owner,
    hidden: ['admin'],
    status: 412,
  },
  { route: 'GET /api/suppliers/:id/revisions', allowed: everybody, hidden: ['admin'] },
  { route: 'GET /api/suppliers/:id/diff', query: 'from=1&to=1', allowed: everybody, hidden: ['admin'] },
  { route: 'GET /api/suppliers/:id/comments', allowed: everybody, hidden: ['admin'] },
  {
    route: 'POST /api/suppliers/:id/comments',
    body: { text: 'Hej' },
    allowed: everybody,
    hidden: ['admin'],
    status: 201,
  },
  { route: 'GET /api/suppliers/:id/proof', allowed: [], hidden: persons },
  { route: 'GET /api/suppliers/:id/links', allowed: everybody, hidden: ['admin'] },
  { route: 'GET /api/suppliers/:id/reassessments', allowed: everybody, hidden: ['admin'] },
  { route: 'GET /api/suppliers/similar', query: 'name=Linden', allowed: persons },
  { route: 'GET /api/suppliers/finding-counts', query: 'id=sup_1', allowed: persons },
  { route: 'GET /api/suppliers/export', query: 'format=csv', allowed: persons },
  { route: 'GET /api/agreements', allowed: persons },
  {
    route: 'POST /api/agreements',
    body: { data: { name: 'Nytt avtal', controllerOrgUnitIds: [':board'] } },
    allowed: owner,
    status: 201,
  },
  { route: 'GET /api/agreements/:id', allowed: readers, hidden: others },
  { route: 'PUT /api/agreements/:id', body: { data: { name: 'Nytt' } }, allowed: owner, hidden: others, status: 412 },
  {
    route: 'POST /api/agreements/:id/transitions',
    body: { transition: 'amend' },
    allowed: owner,
    hidden: others,
    status: 412,
  },
  { route: 'GET /api/agreements/:id/revisions', allowed: readers, hidden: others },
  { route: 'GET /api/agreements/:id/diff', query: 'from=1&to=1', allowed: readers, hidden: others },
  { route: 'GET /api/agreements/:id/comments', allowed: readers, hidden: others },
  { route: 'POST /api/agreements/:id/comments', body: { text: 'Hej' }, allowed: readers, hidden: others, status: 201 },
  // There is no proof before the first nightly checkpoint.
  { route: 'GET /api/agreements/:id/proof', allowed: [], hidden: persons },
  { route: 'GET /api/agreements/:id/links', allowed: readers, hidden: others },
  { route: 'GET /api/agreements/:id/sub-processors', allowed: readers, hidden: others },
  { route: 'GET /api/agreements/:id/sub-processors/diff', query: 'from=1', allowed: readers, hidden: others },
  { route: 'POST /api/agreements/:id/sub-processors/read', allowed: owner, hidden: others, status: 422 },
  { route: 'GET /api/agreements/:id/documents', allowed: readers, hidden: others },
  { route: 'POST /api/agreements/:id/documents', query: 'name=a.pdf', allowed: owner, hidden: others, status: 422 },
  {
    route: 'POST /api/agreements/:id/documents/upload',
    body: { name: 'a/b.pdf' },
    allowed: owner,
    hidden: others,
    status: 422,
  },
  { route: 'GET /api/agreements/:id/documents/:n', allowed: readers, hidden: others },
  { route: 'GET /api/agreements/:id/impact', allowed: readers, hidden: ['agnes.wallin', 'dso.exempelby'] },
  { route: 'GET /api/agreements/finding-counts', query: 'id=agr_1', allowed: persons },
  { route: 'GET /api/agreements/export', query: 'format=csv', allowed: persons },
  { route: 'GET /api/agreements/calendar', allowed: seers },
  { route: 'GET /api/agreements/calendar/export', query: 'format=csv', allowed: seers },
  { route: 'GET /api/coverage', allowed: seers },
  { route: 'GET /api/coverage/count', allowed: seers },
  { route: 'GET /api/coverage/export', query: 'format=csv', allowed: seers },
]
