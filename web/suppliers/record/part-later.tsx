import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Waiting } from '../../components/waiting.tsx'
import { loadTexts } from '../../text/text.ts'

/** A part of a page that is read when its tab is chosen; `part` tells one from another. */
export function PartLater<P extends object>({
  part,
  load,
  ...props
}: P & { part: string; load: () => Promise<FunctionComponent<P>> }): JSX.Element {
  const [shown, setShown] = useState<{ part: string; component: FunctionComponent<P> }>()
  useEffect(() => {
    let dropped = false
    void Promise.all([load(), loadTexts(['supplier-parts'])]).then(
      ([component]) => !dropped && setShown({ part, component }),
    )
    return () => {
      dropped = true
    }
  }, [part])
  if (shown?.part !== part) return <Waiting lines={6} />
  const Part = shown.component
  return <Part {...(props as unknown as P)} />
}
