import { useState } from 'preact/hooks'
import type { AssetRow } from '../asset.ts'

/** The rows that a person has chosen, or all that match. */
export interface Chosen {
  /** How many rows have been chosen one by one. */
  count: number
  ids: readonly string[]
  /** Everything that matches the view is meant. */
  all: boolean
  has: (row: AssetRow) => boolean
  choose: (rows: readonly AssetRow[], chosen: boolean) => void
  chooseAll: () => void
  clear: () => void
}

interface State {
  key: string
  ids: ReadonlySet<string>
  all: boolean
}

const nothing: ReadonlySet<string> = new Set()

/** Rows chosen in a list; they are forgotten when the list (`key`) becomes another one. */
export function useChosen(key: string): Chosen {
  const [state, setState] = useState<State>({ key, ids: nothing, all: false })
  const { ids, all } = state.key === key ? state : { ids: nothing, all: false }
  return {
    count: ids.size,
    ids: [...ids],
    all,
    has: ({ id }) => all || ids.has(id),
    choose: (rows, chosen) => {
      const next = new Set(ids)
      for (const { id } of rows) {
        if (chosen) next.add(id)
        else next.delete(id)
      }
      setState({ key, ids: next, all: false })
    },
    chooseAll: () => setState({ key, ids, all: true }),
    clear: () => setState({ key, ids: nothing, all: false }),
  }
}
