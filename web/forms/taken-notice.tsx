import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../text/text.ts'

interface Props {
  /** What is taken, and by which record. */
  sentence: string
  /** The other record. */
  name: string
  address: string
  /** What else may be done about it. */
  children?: ComponentChildren
}

/** What tells a record from all others belongs to another that is there already: says which, and leads to it. */
export function TakenNotice({ sentence, name, address, children }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [sentence])
  return (
    <div ref={box} class="ds-alert fk-mt" data-color="danger" role="alert" tabIndex={-1}>
      <p>{sentence}</p>
      <p>
        <a class="ds-link" href={address}>
          {t('forms.toOther', { name })}
        </a>
        {children}
      </p>
    </div>
  )
}
