import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  icon: IconName
  color?: 'success' | 'accent' | 'neutral' | 'warning' | 'danger'
  outline?: boolean
  turn?: boolean
  draft?: boolean
}

const looks: { [state: string]: Look } = {
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
  return (
    <span
      class="ds-tag fk-state"
      data-color={look.color ?? 'neutral'}
      data-variant={look.outline ? 'outline' : undefined}
      data-turn={look.turn ? '' : undefined}
      data-draft={look.draft ? '' : undefined}
    >
      <Icon name={look.icon} />
      {word}
    </span>
  )
}
