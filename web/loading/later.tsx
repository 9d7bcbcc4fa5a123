import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Waiting } from '../components/waiting.tsx'
import { loadTexts } from '../text/text.ts'
import type { Topic } from '../text/topics.ts'

interface Later<P> {
  /** Tells one from another in the same place. */
  part: string
  load: () => Promise<FunctionComponent<P>>
  /** Words that it needs beside the page's. */
  topics?: readonly Topic[]
}

/** A part of a page that is read when it is to be shown; lines stand in its place meanwhile. */
export function PartLater<P extends object>({ part, load, topics, ...props }: P & Later<P>): JSX.Element {
  const Part = useLater<P>({ part, load, ...(topics && { topics }) })
  return Part ? <Part {...(props as unknown as P)} /> : <Waiting lines={6} />
}

/** A dialog that is read when it is opened; nothing stands in its place meanwhile. */
export function DialogLater<P extends object>({ part, load, topics, ...props }: P & Later<P>): JSX.Element | null {
  const Dialog = useLater<P>({ part, load, ...(topics && { topics }) })
  return Dialog ? <Dialog {...(props as unknown as P)} /> : null
}

function useLater<P>({ part, load, topics = [] }: Later<P>): FunctionComponent<P> | undefined {
  const [shown, setShown] = useState<{ part: string; component: FunctionComponent<P> }>()
  useEffect(() => {
    let dropped = false
    void Promise.all([load(), loadTexts([...topics])]).then(
      ([component]) => !dropped && setShown({ part, component }),
      () => {},
    )
    return () => {
      dropped = true
    }
  }, [part])
  return shown?.part === part ? shown.component : undefined
}
