import type { ComponentProps, FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { loadTexts } from '../../text/text.ts'
import type { PartyMove } from './party-move.tsx'

type Props = ComponentProps<typeof PartyMove>

/** The dialog of a move, read when somebody is about to make one: its fields weigh more than the page. */
export function MoveLater(props: Props): JSX.Element | null {
  const [Move, setMove] = useState<FunctionComponent<Props>>()
  useEffect(
    () =>
      void Promise.all([import('./party-move.tsx'), loadTexts(['forms'])]).then(([module]) =>
        setMove(() => module.PartyMove),
      ),
    [],
  )
  return Move ? <Move {...props} /> : null
}
