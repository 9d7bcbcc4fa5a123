/** The envelope of a record: everything but its `data`. */
export interface Head {
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
  /** A two-person transition waiting for the second person. */
  proposed?: Proposal
  remarks?: Remark[]
}

export interface Proposal {
  transition: string
  by: string
  at: string
  data?: { [field: string]: unknown }
  comment?: string
}

/** A remark by the data protection officer: outside `data`, so that nobody else can touch it. */
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

export interface RecordOf<T> extends Head {
  data: T
  /** Names that linked records had when this revision was saved, for search; never shown. */
  names?: { [id: string]: string }
}

/** A record with the revision in force beside the newest one (the same one when nothing is being revised). */
export interface Snapshot<T> {
  newest: RecordOf<T>
  registered?: RecordOf<T>
}

/** A comment thread entry; a salt is stored beside it, so that its hash in a sealed head tells nothing of a text that is gone. */
export interface Note {
  id: string
  at: string
  by: string
  text: string
  pointer?: string
}
