import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Waiting } from '../../components/waiting.tsx'
import { loadTexts } from '../../text/text.ts'

const topics = ['supplier-parts', 'record', 'compare'] as const

/** A part of a page that is read when its tab is chosen; `part` tells one from another. */
export function PartLater<P extends object>({
  part,
  load,
  ...props
}: P & { part: string; load: () => Promise<FunctionComponent<P>> }): JSX.Element {
  const [shown, setShown] = useState<{ part: string; component: FunctionComponent<P> }>()
  useEffect(() => {
    let dropped = false
    void Promise.all([load(), loadTexts(topics)]).then(([component]) => !dropped && setShown({ part, component }))
    return () => {
      dropped = true
    }
  }, [part])
  if (shown?.part !== part) return <Waiting lines={6} />
  const Part = shown.component
  return <Part {...(props as unknown as P)} />
}
