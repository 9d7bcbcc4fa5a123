import type { JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** How a state looks: a sign, and a colour that only repeats what the word says. */
export interface TagLook {
  icon: IconName
  color?: 'success' | 'accent' | 'neutral' | 'warning' | 'danger'
  outline?: boolean
  turn?: boolean
  draft?: boolean
}

/** A sign and a word on a tint. */
export function Tag({ look, word }: { look: TagLook; word: string }): JSX.Element {
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
