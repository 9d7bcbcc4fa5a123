import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  when: boolean
  children: ComponentChildren
}

/**
 * Leaves what is inside as it was drawn for as long as `when`: rows that are soon replaced are not worth drawing again at each key
 * press. What happens in there meanwhile is heard by the handlers it was drawn with.
 */
export function Still({ when, children }: Props): JSX.Element {
  const drawn = useRef(children)
  if (!when) drawn.current = children
  return <>{drawn.current}</>
}
