import type { ReadingEngine } from '../register/api.ts'
import type { Store } from '../store/store.ts'
import type { Post } from './post.ts'
import type { Roster } from './roster.ts'

/** What somebody who runs the product is told: ids and codes, never content and never an address. */
export interface WorkLine {
  what: string
  error?: unknown
  [field: string]: unknown
}

export type Report = (line: WorkLine) => void

/** What it takes to send mail. */
export interface MailDeps {
  store: Store
  engine: ReadingEngine
  roster: Roster
  post: Post
  /** Where the product is, without a slash at its end. */
  origin: string
  /** RFC 3339 UTC. */
  now(): string
  /** A ULID. */
  newId(): string
  report: Report
}
