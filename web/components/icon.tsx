import type { JSX } from 'preact'
import sprite from './icons.svg'

export type IconName =
  | 'archive'
  | 'branch'
  | 'calendar'
  | 'check'
  | 'clock'
  | 'cloud-off'
  | 'columns'
  | 'down'
  | 'download'
  | 'find'
  | 'forward'
  | 'info'
  | 'link'
  | 'lock'
  | 'menu'
  | 'pen'
  | 'person'
  | 'plus'
  | 'print'
  | 'refresh'
  | 'send'
  | 'slash'
  | 'trash'
  | 'undo'
  | 'upload'
  | 'warning'
  | 'x'

/** A line icon of the current text colour; always beside a word, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return <Sign id={name} class="fk-i" />
}

/** Any symbol of the sprite, such as `sev-k` or `st-done`, at the size its place gives it. */
export function Sign({ id, class: className }: { id: string; class?: string }): JSX.Element {
  return (
    <svg class={className} aria-hidden="true">
      <use href={`${sprite}#${id}`} />
    </svg>
  )
}
