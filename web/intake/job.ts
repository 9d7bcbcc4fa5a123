import { getJson, sendJson } from '../api/request.ts'

export type Outcome = 'new' | 'changed' | 'unchanged' | 'faulty' | 'failed'

export type Blank = 'keep' | 'clear' | 'refuse'

export interface Column {
  position: number
  heading: string
  samples: string[]
  field?: string
  blank: Blank
}

export interface ReadAs {
  format: 'csv' | 'xlsx'
  headingRow: number
  encoding?: string
  delimiter?: string
  sheet?: string
  sheets?: string[]
  doubtful?: boolean
}

interface Tally {
  field: string
  label: string
  rows: number
}

/** An import as the API tells it. */
export interface Job {
  id: string
  kind: string
  source: string
  fileName: string
  bytes: number
  createdAt: string
  createdBy: string
  state: 'uploading' | 'reading' | 'mapping' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed'
  readAs: ReadAs
  columns: Column[]
  fields: { field: string; label: string; group?: string; required?: boolean }[]
  rules: { id: string; label: string; fields: string[]; use: boolean }[]
  order: string[]
  scope: 'part' | 'whole'
  manual: 'keep' | 'replace'
  remembered: boolean
  progress: { done: number; total?: number }
  counts: { [outcome in Outcome]?: number }
  cleared: Tally[]
  kept: Tally[]
  unknown: { code: string; value: string; rows: number; detail: string; suggestion?: string }[]
  fault?: { reason: string; detail: string }
  appliedBefore?: { id: string; at: string }
  /** The import that the same file is read in by already. */
  sameAs?: string
  applied?: {
    mode: string
    startedAt: string
    finishedAt?: string
    counts: { created?: number; changed?: number; unchanged?: number; failed?: number }
  }
  /** What must be confirmed: the share, in per cent, of the records found that would change. */
  confirm?: { share: number }
}

export interface RowChange {
  field: string
  label: string
  effect: 'set' | 'clear' | 'kept'
  from?: string
  to?: string
}

export interface Row {
  row: number
  outcome: Outcome
  id?: string
  number?: string
  name?: string
  key?: string
  changes: RowChange[]
  errors: { code: string; detail: string; position?: number; heading?: string; value?: string }[]
}

export interface RowsPage {
  items: Row[]
  next?: string
}

/** What a person may change of how a file is read. */
export interface MappingChange {
  readAs?: { encoding?: string; delimiter?: string; headingRow?: number; sheet?: string }
  columns?: { position: number; field: string | null; blank: Blank }[]
  rules?: string[]
  scope?: Job['scope']
  manual?: Job['manual']
}

/** The server works on it, or waits for its file. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'uploading' || state === 'reading' || state === 'checking' || state === 'applying'
}

/** The latest imports of a kind. @throws Problem */
export async function recentImports(kind: string): Promise<Job[]> {
  return (await getJson<{ items: Job[] }>(`/api/imports?kind=${kind}`)).items
}

/** @throws Problem */
export function readImport(id: string): Promise<Job> {
  return getJson<Job>(`/api/imports/${id}`)
}

/** Rows of one outcome. @throws Problem */
export async function importRows(id: string, outcome: Outcome, cursor?: string): Promise<RowsPage> {
  const query = new URLSearchParams({ show: outcome, limit: '50', ...(cursor ? { cursor } : {}) })
  return (await getJson<Job & { rows?: RowsPage }>(`/api/imports/${id}?${query}`)).rows ?? { items: [] }
}

/** Reads the file anew with other choices. @throws Problem */
export async function mapImport(id: string, change: MappingChange): Promise<Job> {
  return (await sendJson<Job>('PUT', `/api/imports/${id}/mapping`, change)).data
}

/** Starts to write the rows. @throws Problem 409 with `confirm-many` when more than half would change */
export async function applyImport(id: string, mode: 'all' | 'valid', confirmed: boolean): Promise<Job> {
  return (await sendJson<Job>('POST', `/api/imports/${id}/apply`, { mode, ...(confirmed ? { confirmed } : {}) })).data
}
