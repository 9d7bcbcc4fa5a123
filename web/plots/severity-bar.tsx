import type { JSX } from 'preact'
import { Sign } from '../components/icon.tsx'
import { levels, type Counts } from '../components/severity.tsx'
import { t } from '../text/text.ts'

interface Props {
  label: string
  counts: Counts
  href: (level: 'K' | 'H' | 'M' | 'L') => string
}

const width = 336
const gap = 2

/** Findings by severity as one bar; each part has its number and a link to the records under it. */
export function SeverityBar({ label, counts, href }: Props): JSX.Element {
  const total = levels.reduce((sum, level) => sum + (counts[level] ?? 0), 0)
  const present = levels.filter((level) => (counts[level] ?? 0) > 0)
  const room = width - gap * Math.max(0, present.length - 1)
  let x = 0
  return (
    <>
      <svg viewBox={`0 0 ${width} 26`} role="img" aria-label={label}>
        {total === 0 && <rect class="rest" x="0" y="0" width={width} height="24" />}
        {present.map((level) => {
          const part = (room * (counts[level] ?? 0)) / total
          const bar = <rect key={level} data-sev={level} x={x.toFixed(1)} y="0" width={part.toFixed(1)} height="24" />
          x += part + gap
          return bar
        })}
      </svg>
      <p class="fk-legend">
        {levels.map((level) => (
          <a key={level} class="fk-sev" data-sev={level.toLowerCase()} href={href(level)}>
            <Sign id={`sev-${level.toLowerCase()}`} />
            {counts[level] ?? 0} {t(`parts.severityCount.${level}`, { count: counts[level] ?? 0 })}
          </a>
        ))}
      </p>
    </>
  )
}
