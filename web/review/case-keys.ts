import { useEffect, useRef } from 'preact/hooks'
import { shortcutsOn } from '../shell/shortcuts.ts'

/** J and K go forth and back between cases, but not while something is being written or asked. */
export function useCaseKeys(onNext: () => void, onPrevious: () => void): void {
  const steps = useRef({ j: onNext, k: onPrevious })
  steps.current = { j: onNext, k: onPrevious }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select, dialog')
      if (event.ctrlKey || event.metaKey || event.altKey || inField || !shortcutsOn()) return
      if (event.key === 'j' || event.key === 'k') steps.current[event.key]()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
