import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { shortcutsOn } from '../shell/shortcuts.ts'
import { t } from '../text/text.ts'

interface Props {
  value: string
  label: string
  hint: string
  onSearch: (words: string) => void
}

/**
 * The list's own search field: searches at every key press, without taking back what was typed since,
 * and takes focus on `/`.
 */
export function SearchBox({ value, label, hint, onSearch }: Props): JSX.Element {
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const sent = useRef(new Set<string>())
  useEffect(() => {
    if (typed.trim() === value) sent.current.clear()
    else if (!sent.current.has(value)) setTyped(value)
  }, [value])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || inField || !shortcutsOn()) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const type = (text: string): void => {
    const words = text.trim()
    setTyped(text)
    if (words === value) return
    sent.current.add(words)
    onSearch(words)
  }
  return (
    <form
      class="fk-find"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim())
      }}
    >
      <div>
        <Icon name="find" />
        <input
          ref={input}
          class="ds-input"
          type="search"
          aria-label={label}
          placeholder={hint}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
        {shortcutsOn() && (
          <kbd class="fk-key" aria-hidden="true">
            /
          </kbd>
        )}
      </div>
      <button type="submit" class="ds-button" data-variant="primary">
        {t('parts.search')}
      </button>
    </form>
  )
}
