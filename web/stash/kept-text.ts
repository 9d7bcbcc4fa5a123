import { useEffect, useRef } from 'preact/hooks'
import { stashAt } from './stash.ts'

let isEnding = false

/** From now on what stands in open fields is kept as they go: the session has ended, and the page is about to be taken away. */
export function keepOpenTexts(): void {
  isEnding = true
}

/** Whether a session has ended on this page. */
export function hasEnded(): boolean {
  return isEnding
}

/** Somebody is signed in: fields go as they are meant to. */
export function stopKeepingTexts(): void {
  isEnding = false
}

/**
 * A text that is kept when the session ends before it is sent, and stands there again when the same field is next shown to the same
 * person: a comment, a reason. Fields of forms are kept by their forms.
 */
export function useKeptText(field: string, value: string, onInput: (value: string) => void): void {
  const latest = useRef(value)
  latest.current = value
  useEffect(() => {
    const stash = stashAt<{ text: string }>(`text.${location.pathname}.${field}`)
    const kept = stash.get()
    stash.clear()
    if (kept && !latest.current) onInput(kept.text)
    return () => {
      if (isEnding && latest.current.trim()) stash.set({ text: latest.current })
    }
  }, [])
}
