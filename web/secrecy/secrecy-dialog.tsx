import type { ComponentProps, FunctionComponent, JSX } from 'preact'
import { DialogLater } from '../loading/later.tsx'
import type { AnswerDialog } from './answer-dialog.tsx'

type Props = ComponentProps<typeof AnswerDialog>

const topics = ['secrecy', 'forms'] as const
const mark = (): Promise<FunctionComponent<Props>> => import('./mark-dialog.tsx').then((module) => module.MarkDialog)
const answer = (): Promise<FunctionComponent<Props>> =>
  import('./answer-dialog.tsx').then((module) => module.AnswerDialog)

/** The dialog of a decision about secrecy, read when somebody is about to make one. */
export function SecrecyDialog(props: Props): JSX.Element {
  const load = props.transition === 'markSecret' ? mark : answer
  return <DialogLater<Props> part={props.transition} load={load} topics={topics} {...props} />
}
