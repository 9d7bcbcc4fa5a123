import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { justTold, onTold } from './told.ts'

/** Says in sight what has just been done, with the number and the way there. `about`: only what was done to that record. */
export function DoneNotice({ about }: { about?: string }): JSX.Element | null {
  const [told, setTold] = useState(justTold)
  useEffect(() => onTold(() => setTold(justTold())), [])
  if (!told || (about !== undefined && told.id !== about)) return null
  const name = [told.number, told.name].filter(Boolean).join(' ')
  return (
    <p class="fk-done">
      <Icon name="check" />
      <span>
        <b>{t(`moves.done.${told.done}`)}</b>{' '}
        {about === undefined && name && (
          <a class="ds-link" href={`/behandlingar/${told.id}`}>
            {name}
          </a>
        )}
      </span>
    </p>
  )
}
