import type { ComponentProps, JSX } from 'preact'
import { DialogLater } from '../../loading/later.tsx'
import type { AssetMove } from './asset-move.tsx'

type Props = ComponentProps<typeof AssetMove>

const load = (): Promise<typeof AssetMove> => import('./asset-move.tsx').then((module) => module.AssetMove)

/** The dialog of a move, read when somebody is about to make one: its fields weigh more than the page. */
export function MoveLater(props: Props): JSX.Element {
  return <DialogLater<Props> part={props.transition} load={load} topics={['forms']} {...props} />
}
