import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusAt } from '../fields/focus-at.ts'
import { elementId } from '../notification/pointer.ts'

interface Props {
  heading: string
  errors: ReadonlyMap<string, string>
  /** Grows with each try to save, so that the summary takes focus again. */
  turn: number
}

/** What has to be put right, first in the form; takes focus and leads to each field. */
export function FormErrors({ heading, errors, turn }: Props): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [turn])
  if (errors.size === 0) return null
  return (
    <div ref={box} class="ds-error-summary fk-summary" tabIndex={-1} role="alert" aria-labelledby="felrubrik">
      <h2 class="ds-heading" id="felrubrik">
        {heading}
      </h2>
      <ul class="ds-list">
        {[...errors].map(([pointer, text]) => (
          <li key={pointer}>
            <a
              class="ds-link"
              href={`#${elementId(pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                focusAt(pointer)
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
