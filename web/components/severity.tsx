import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import { Sign } from './icon.tsx'

export type Level = 'K' | 'H' | 'M' | 'L'

export type Counts = { [level in Level]?: number }

export const levels: readonly Level[] = ['K', 'H', 'M', 'L']

/** Severity as shape and word; with a count the word is for screen readers only. */
export function Severity({ level, count }: { level: Level; count?: number }): JSX.Element {
  const sign = level.toLowerCase()
  return (
    <span class="fk-sev" data-sev={sign}>
      <Sign id={`sev-${sign}`} />
      {count === undefined ? t(`parts.severity.${level}`) : count}
      {count !== undefined && <span class="ds-sr-only"> {t(`parts.severityCount.${level}`, { count })}</span>}
    </span>
  )
}

/** Counts by severity in one line, the gravest first; words when there are none. */
export function Severities({ counts }: { counts: Counts | undefined }): JSX.Element {
  const present = levels.filter((level) => (counts?.[level] ?? 0) > 0)
  if (present.length === 0) return <span class="fk-dim">{t('parts.severityNone')}</span>
  return (
    <span class="fk-sevs">
      {present.map((level) => (
        <Severity key={level} level={level} count={counts?.[level] ?? 0} />
      ))}
    </span>
  )
}
