import type { Lack } from './problem.ts'

/** What the API says of any record (api.md, record envelope). */
export interface Envelope<T = { [field: string]: unknown }> {
  id: string
  kind: string
  number?: string
  revision: number
  state: string
  registeredRevision?: number
  orgUnitId?: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  proposed?: { transition: string; by: string; at: string; data?: { [field: string]: unknown }; comment?: string }
  remarks?: Remark[]
  data: T
}

export interface Remark {
  id: string
  text: string
  at: string
  by: string
  ruleIds?: string[]
  dueDate?: string
  answer?: { text: string; at: string; by: string }
  closedAt?: string
}

/** The whole record as one caller sees it. */
export interface Full<T = { [field: string]: unknown }> extends Envelope<T> {
  missing: Lack[]
  allowed: string[]
}

export interface List<T> {
  items: T[]
  next?: string
}

export interface Revision {
  revision: number
  state: string
  at: string
  by: string
  transition?: string
  comment?: string
  editorial?: boolean
  registered?: boolean
  changed: string[]
  hash: string
}

export interface Change {
  pointer: string
  from?: unknown
  to?: unknown
}

export interface Note {
  id: string
  at: string
  by: string
  text: string
  pointer?: string
}

export interface LinkGroup {
  rel: string
  direction: 'out' | 'in'
  items: { kind: string; id: string; number?: string; name?: string; state?: string }[]
  more?: true
}
