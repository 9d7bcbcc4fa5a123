import type { JSX } from 'preact'
import { retry } from '../loading/retry.ts'
import { useLoad } from '../loading/use-load.ts'
import { Trouble } from '../loading/trouble.tsx'
import type { MoveProps } from './move-question.tsx'

/** Asks what a transition needs and makes it; fetched when it is first asked for, since most who read move nothing. */
export function MoveDialog(props: MoveProps): JSX.Element | null {
  const { data, error, reload } = useLoad('move', () => import('./move-question.tsx'))
  if (data) return <data.MoveQuestion {...props} />
  return error === undefined ? null : <Trouble error={error} retry={() => retry(error, reload)} />
}
