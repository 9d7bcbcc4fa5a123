import { useCallback, useEffect, useState } from 'preact/hooks'

export interface Loaded<T> {
  data?: T
  error?: unknown
  loading: boolean
  /** Asks again; what is shown stays until the new answer is there. */
  reload: () => void
}

/** Reads something when the key changes; an answer that comes after the key changed again is dropped. */
export function useLoad<T>(key: string | undefined, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key?: string; data?: T; error?: unknown }>({})
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (key === undefined) return
    let dropped = false
    load().then(
      (data) => !dropped && setState({ key, data }),
      (error: unknown) => !dropped && setState((old) => (old.key === key ? { ...old, error } : { key, error })),
    )
    return () => {
      dropped = true
    }
    // The key stands for everything that load reads.
  }, [key, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const fits = state.key === key
  return { ...(fits ? { data: state.data, error: state.error } : {}), loading: key !== undefined && !fits, reload }
}
