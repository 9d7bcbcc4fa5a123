import type { JSX } from 'preact'
import { t } from '../text/text.ts'

interface Props {
  items: readonly { id: string; name: string; note?: string }[]
  onRemove: (id: string) => void
}

/** What has been picked, each with a way to take it away. */
export function PickedList({ items, onRemove }: Props): JSX.Element | null {
  if (items.length === 0) return null
  return (
    <ul class="fk-picked">
      {items.map(({ id, name, note }) => (
        <li key={id}>
          <span>
            {name}
            {note && <small class="fk-dim"> {note}</small>}
          </span>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => onRemove(id)}>
            {t('parts.remove')}
            <span class="ds-sr-only"> {name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
