import { useEffect } from 'preact/hooks'
import { t } from '../text/text.ts'
import { giveFocus } from './focus.ts'

/**
 * Names the page in the window's title, from the most exact part to the least, and gives its heading focus after a
 * navigation. Pages that wait for data call it with `ready` false until their heading is there.
 */
export function useTitle(parts: readonly (string | undefined | false)[], ready = true): void {
  const title = [...parts.filter(Boolean), t('shell.name')].join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (ready) giveFocus()
  })
}
