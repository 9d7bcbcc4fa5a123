import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import { Icon } from './icon.tsx'

/** What a reader without the right to read sees: that it is there, and which provision covers it. */
export function Secrecy({ provision }: { provision: string }): JSX.Element {
  return (
    <span class="fk-secret">
      <Icon name="lock" />
      {t('parts.secrecy', { provision })}
    </span>
  )
}

/** A value of `data`, or nothing when it is masked. */
export function unmasked<T>(value: T): T | undefined {
  return isMasked(value) ? undefined : value
}

/** Whether a value of `data` is masked. */
export function isMasked(value: unknown): value is { secrecy: string } {
  return typeof value === 'object' && value !== null && typeof (value as { secrecy?: unknown }).secrecy === 'string'
}
