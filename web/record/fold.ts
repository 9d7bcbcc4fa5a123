import type { Revision } from '../api/record.ts'

/** One or several saves that the reader sees as one entry. Revisions `first` to `last` lie in it. */
export interface Entry {
  first: number
  last: number
  at: string
  by: string
  state: string
  transition?: string
  comment?: string
  editorial?: boolean
  registered?: boolean
  changed: string[]
}

const hourMs = 3_600_000

/**
 * Folds a history, newest first: saves by one person within an hour, in one state and without a transition, become one entry
 * (domain 10.23). Each transition stands by itself.
 */
export function foldHistory(revisions: readonly Revision[]): Entry[] {
  const entries: Entry[] = []
  for (const revision of revisions) {
    const later = entries.at(-1)
    if (later && belongs(later, revision)) {
      later.first = revision.revision
      later.changed = [...new Set([...later.changed, ...revision.changed])]
      if (revision.comment && !later.comment) later.comment = revision.comment
    } else {
      entries.push({
        first: revision.revision,
        last: revision.revision,
        at: revision.at,
        by: revision.by,
        state: revision.state,
        changed: [...revision.changed],
        ...(revision.transition === undefined ? {} : { transition: revision.transition }),
        ...(revision.comment === undefined ? {} : { comment: revision.comment }),
        ...(revision.editorial ? { editorial: true } : {}),
        ...(revision.registered ? { registered: true } : {}),
      })
    }
  }
  return entries
}

function belongs(later: Entry, revision: Revision): boolean {
  return (
    later.transition === undefined &&
    revision.transition === undefined &&
    later.by === revision.by &&
    later.state === revision.state &&
    Date.parse(later.at) - Date.parse(revision.at) <= hourMs
  )
}

/** The entry that a revision lies in. */
export function entryOf(entries: readonly Entry[], revision: number): Entry | undefined {
  return entries.find((entry) => entry.first <= revision && revision <= entry.last)
}

/**
 * Which two revisions to compare at first: the newest entry with the one before the latest change of an answer, so that
 * the page opens on a difference where there is one. `isAnswer` tells answers from what the register itself writes.
 */
export function firstPair(
  entries: readonly Entry[],
  isAnswer: (pointer: string) => boolean,
): { from: number; to: number } | undefined {
  const [newest] = entries
  if (!newest || entries.length < 2) return undefined
  const changed = entries.findIndex((entry, i) => i < entries.length - 1 && entry.changed.some(isAnswer))
  const before = entries[changed < 0 ? 1 : changed + 1]!
  return { from: before.last, to: newest.last }
}
