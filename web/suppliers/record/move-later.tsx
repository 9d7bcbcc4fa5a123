import type { ComponentProps, JSX } from 'preact'
import { DialogLater } from '../../loading/later.tsx'
import type { PartyMove } from './party-move.tsx'

const load = () => import('./party-move.tsx').then((module) => module.PartyMove)

/** The dialog of a move, read when somebody is about to make one: its fields weigh more than the page. */
export function MoveLater(props: ComponentProps<typeof PartyMove>): JSX.Element {
  return <DialogLater part="move" load={load} topics={['forms']} {...props} />
}
