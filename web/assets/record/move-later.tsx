import type { ComponentProps, FunctionComponent, JSX } from 'preact'
import { DialogLater } from '../../loading/later.tsx'
import type { AssetMove } from './asset-move.tsx'

type Props = ComponentProps<typeof AssetMove>
type Dialog = FunctionComponent<Props>

const common = (): Promise<Dialog> => import('./asset-move.tsx').then((module) => module.AssetMove)

/** Moves that ask for more than a list of fields. */
const dialogs: { [transition: string]: () => Promise<Dialog> } = {
  markSecret: () => import('../secrecy/mark-dialog.tsx').then((module) => module.MarkDialog),
}

/** The dialog of a move, read when somebody is about to make one: its fields weigh more than the page. */
export function MoveLater(props: Props): JSX.Element {
  return (
    <DialogLater<Props>
      part={props.transition}
      load={dialogs[props.transition] ?? common}
      topics={['forms']}
      {...props}
    />
  )
}
