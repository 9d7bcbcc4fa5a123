import type { ComponentProps, FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AssetMove } from './asset-move.tsx'

type Props = ComponentProps<typeof AssetMove>

/** The dialog of a move, read when somebody is about to make one: its fields weigh more than the page. */
export function MoveLater(props: Props): JSX.Element | null {
  const [Move, setMove] = useState<FunctionComponent<Props>>()
  useEffect(() => void import('./asset-move.tsx').then((module) => setMove(() => module.AssetMove)), [])
  return Move ? <Move {...props} /> : null
}
