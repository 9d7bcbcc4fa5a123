import { useState } from 'preact/hooks'

/** Questions that a reviewer has written but not sent, by question id. */
export interface DraftQuestions {
  [questionId: string]: string
}

const place = (id: string): string => `forteckna.questions.${id}`

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
  try {
    return JSON.parse(localStorage.getItem(place(id)) ?? '{}') as DraftQuestions
  } catch {
    return {}
  }
}

function write(id: string, drafts: DraftQuestions): void {
  try {
    if (Object.keys(drafts).length) localStorage.setItem(place(id), JSON.stringify(drafts))
    else localStorage.removeItem(place(id))
  } catch {
    return
  }
}
