import { useState } from 'preact/hooks'
import { type Stash, stashAt } from '../stash/stash.ts'

/** Questions that a reviewer has written but not sent, by question id. */
export interface DraftQuestions {
  [questionId: string]: string
}

const stashOf = (id: string): Stash<DraftQuestions> => stashAt(`questions.${id}`)

/** Kept in this browser until they are sent or taken away; nobody else sees them. */
export function useDraftQuestions(id: string): [DraftQuestions, (next: DraftQuestions) => void] {
  const [state, setState] = useState<{ id: string; drafts: DraftQuestions }>({ id, drafts: read(id) })
  const drafts = state.id === id ? state.drafts : read(id)
  const set = (next: DraftQuestions): void => {
    setState({ id, drafts: next })
    write(id, next)
  }
  return [drafts, set]
}

/** Those with something in them, in the order of the form. */
export function written(drafts: DraftQuestions, order: readonly string[]): [string, string][] {
  return order.flatMap((id) => (drafts[id]?.trim() ? [[id, drafts[id].trim()] as [string, string]] : []))
}

function read(id: string): DraftQuestions {
  return stashOf(id).get() ?? {}
}

function write(id: string, drafts: DraftQuestions): void {
  if (Object.keys(drafts).length) stashOf(id).set(drafts)
  else stashOf(id).clear()
}
