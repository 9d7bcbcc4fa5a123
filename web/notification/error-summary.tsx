import { useEffect, useRef } from 'preact/hooks'
import { focusAt } from '../fields/focus-at.ts'
import { t } from '../text/text.ts'
import { elementId } from './pointer.ts'

export interface Wrong {
  pointer: string
  text: string
}

/** What has to be put right, first on the page; takes focus when it comes and leads to each field. */
export function ErrorSummary({ wrong, turn }: { wrong: readonly Wrong[]; turn: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [turn])
  if (wrong.length === 0) return null
  return (
    <div ref={box} class="ds-error-summary fk-summary" tabIndex={-1} role="alert" aria-labelledby="felrubrik">
      <h2 class="ds-heading" id="felrubrik">
        {t('notification.errors', { count: wrong.length })}
      </h2>
      <ul class="ds-list">
        {wrong.map(({ pointer, text }) => (
          <li key={pointer + text}>
            <a class="ds-link" href={`#${elementId(pointer)}`} onClick={(event) => goTo(event, pointer)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(event: MouseEvent, pointer: string): void {
  event.preventDefault()
  focusAt(pointer)
}
