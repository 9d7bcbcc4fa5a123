import type { JSX } from 'preact'
import { t } from '../text/text.ts'

export interface Share {
  name: string
  /** 0 to 1. */
  share: number
}

interface Props {
  label: string
  shares: readonly Share[]
  /** 0 to 1; below `lagging` a bar is hatched. */
  goal: number
  lagging: number
}

const barX = 168
const barWidth = 124
const rowHeight = 24

/** One bar for each unit against a common goal; those that lag are amber and hatched. */
export function ShareBars({ label, shares, goal, lagging }: Props): JSX.Element {
  const bottom = shares.length * rowHeight
  const goalX = barX + barWidth * goal
  return (
    <svg viewBox={`0 0 336 ${bottom + 20}`} role="img" aria-label={label}>
      <defs>
        <pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <rect class="amber" width="6" height="6" />
          <rect class="stripe" width="2" height="6" />
        </pattern>
      </defs>
      {shares.map(({ name, share }, i) => {
        const y = i * rowHeight
        return (
          <g key={name}>
            <text x="0" y={y + 16}>
              {short(name)}
            </text>
            <rect class="rest" x={barX} y={y + 5} width={barWidth} height="13" />
            <rect
              class={share < lagging ? undefined : 'bar'}
              fill={share < lagging ? 'url(#hatch)' : undefined}
              x={barX}
              y={y + 5}
              width={(barWidth * share).toFixed(1)}
              height="13"
            />
            <text class="b" x="336" y={y + 16} text-anchor="end">
              {t('parts.percent', { value: String(Math.round(share * 100)) })}
            </text>
          </g>
        )
      })}
      <path class="goal" d={`M${goalX} 0V${bottom}`} />
      <text x={goalX} y={bottom + 16} text-anchor="middle">
        {t('parts.goal', { value: String(Math.round(goal * 100)) })}
      </text>
    </svg>
  )
}

/** The plot has room for 26 letters; the table beside it holds whole names. */
function short(name: string): string {
  return name.length <= 26 ? name : `${name.slice(0, 25).trimEnd()}…`
}
