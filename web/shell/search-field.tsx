import { useLocation } from 'preact-iso/router'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { shortcutsOn } from './shortcuts.ts'

/** Pages with a search field of their own. */
const ownSearch = ['/registret', '/sok', '/tillgangar']

/** "Sök i allt", reached with `/` from anywhere outside a field. */
export function SearchField() {
  const { path, route } = useLocation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || inField || !shortcutsOn()) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (ownSearch.includes(path)) return null
  return (
    <search class="fk-top__find">
      <Icon name="find" />
      <form
        role="presentation"
        onSubmit={(event) => {
          event.preventDefault()
          const words = input.current?.value.trim()
          if (words) route(`/sok?q=${encodeURIComponent(words)}`)
        }}
      >
        <input ref={input} type="search" aria-label={t('shell.search')} placeholder={t('shell.search')} />
      </form>
      {shortcutsOn() && <kbd aria-hidden="true">/</kbd>}
    </search>
  )
}
