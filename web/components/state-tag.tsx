import type { JSX } from 'preact'
import { Tag, type TagLook } from './tag.tsx'
import { t } from '../text/text.ts'

const looks: { [state: string]: TagLook } = {
  draft: { icon: 'pen', draft: true },
  submitted: { icon: 'send', color: 'accent' },
  returned: { icon: 'undo', turn: true },
  withdrawn: { icon: 'slash', color: 'neutral' },
  coordinatorReview: { icon: 'person', color: 'accent' },
  dpoReview: { icon: 'person', color: 'accent' },
  notRegistrable: { icon: 'slash', color: 'neutral' },
  registered: { icon: 'check', color: 'success' },
  revision: { icon: 'pen', color: 'success', outline: true },
  ended: { icon: 'slash', color: 'neutral' },
  archived: { icon: 'archive', color: 'neutral' },
  planned: { icon: 'clock', draft: true },
  acquisition: { icon: 'plus', color: 'accent' },
  introduction: { icon: 'forward', color: 'accent' },
  inOperation: { icon: 'check', color: 'success' },
  phasingOut: { icon: 'clock', color: 'warning' },
  decommissioned: { icon: 'slash', color: 'neutral' },
  disposed: { icon: 'trash', color: 'neutral' },
  storage: { icon: 'archive', color: 'neutral' },
  outOfService: { icon: 'slash', color: 'warning' },
  missing: { icon: 'find', color: 'danger' },
}

/** State of a record as a sign and a word; `remarks`: it is registered with remarks that are not closed. */
export function StateTag({ state, remarks }: { state: string; remarks?: boolean }): JSX.Element {
  const look = looks[state] ?? { icon: 'info', color: 'neutral' as const }
  const word = t(`parts.state.${state === 'registered' && remarks ? 'registeredWithRemarks' : state}`)
  return <Tag look={look} word={word} />
}
