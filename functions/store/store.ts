/** JSON as it is stored: no undefined, no dates, no class instances. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

export interface Key {
  pk: string
  sk: string
}

/**
 * One stored item. `version` is what a condition compares; `expiresAt` (epoch seconds) lets the database
 * drop the item some time after it, so readers compare it themselves.
 */
export interface Item extends Key {
  body: Json
  version?: number
  expiresAt?: number
  /** Only from `scan`: what is stored is not what was written; `body` is null. Every other read of it fails. */
  unreadable?: true
}

/** What must hold for a write to happen, checked by the database. */
export type Condition = 'absent' | 'exists' | { version: number }

export type Write = { put: Item; if?: Condition } | { delete: Key; if?: Condition } | { check: Key; if: Condition }

export interface Range {
  /** Only sort keys that begin so. */
  prefix?: string
  /** Exclusive bounds within the prefix. */
  after?: string
  before?: string
  /** 1-1000, default 250; a page may be shorter and still have `next`. */
  limit?: number
  reverse?: boolean
}

/** `next`: what to pass as `after` (or `before`, when reversed) for the following page; absent when there is none. */
export interface Page {
  items: Item[]
  next?: string
}

/** What a scan hands over of everything: items with this sort key, and those whose sort key, or partition, begins so. */
export interface ScanOnly {
  sk: string
  skBegins?: string
  pkBegins?: string
}

export interface ScanPage {
  items: Item[]
  next?: string
}

/** What may be said of a commit. */
export interface CommitOptions {
  /**
   * Nobody learns of it before a commit of the same caller that follows it, and a power cut that takes the one may take both: it need not
   * wait for the disk alone.
   */
  followed?: boolean
}

/**
 * The ordered key-value database. Sort keys order by their UTF-8 bytes in both adapters.
 * Reads are strongly consistent.
 */
export interface Store {
  get(key: Key): Promise<Item | undefined>
  /** In input order, missing ones skipped, repeated keys answered once. */
  getMany(keys: readonly Key[]): Promise<Item[]>
  query(pk: string, range?: Range): Promise<Page>
  /**
   * Everything, in no promised order, for verify, backup and rebuild. `after` is the previous page's `next`.
   * @param only these items and no others; they may be some moments old, and a page of them may be empty
   */
  scan(after?: string, only?: ScanOnly): Promise<ScanPage>
  /**
   * All or nothing. `token` (at most 36 characters) makes a repeat of the same commit harmless for ten minutes.
   * @throws ConditionFailed  a condition did not hold; nothing was written
   * @throws OutcomeUnknown   the database may or may not have committed; read before trying again
   * @throws StoreBusy        throttled or in conflict after all retries; nothing was written
   * @throws LimitExceeded    over a limit of the port; nothing was written
   */
  commit(writes: readonly Write[], token: string, options?: CommitOptions): Promise<void>
  close(): Promise<void>
}

/** As much of a store as sealing its history, and holding it against a seal, takes. */
export type SealedStore = Pick<Store, 'getMany' | 'scan'>

/** The port's limits are DynamoDB's, so that the embedded store never accepts what DynamoDB refuses. */
export const limits = {
  writesPerCommit: 100,
  partitionKeyBytes: 2048,
  sortKeyBytes: 1024,
  itemBytes: 400 * 1024,
  commitBytes: 4 * 1024 * 1024,
  pageBytes: 1024 * 1024,
  queryLimit: 1000,
  queryLimitDefault: 250,
} as const

export class ConditionFailed extends Error {
  override name = 'ConditionFailed'
  /** Index of the first write whose condition did not hold, and the item that stands there now. */
  readonly index: number
  readonly current: Item | undefined
  constructor(index: number, current: Item | undefined, options?: ErrorOptions) {
    super(`condition of write ${index} did not hold`, options)
    this.index = index
    this.current = current
  }
}

export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown'
}

export class StoreBusy extends Error {
  override name = 'StoreBusy'
}

export class LimitExceeded extends Error {
  override name = 'LimitExceeded'
}
