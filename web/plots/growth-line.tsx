import type { JSX } from 'preact'

export interface Point {
  /** Said under the line. */
  name: string
  value: number
}

const left = 4
const right = 296
const bottom = 76
const top = 14

/** A count over time as a line on a baseline; first and last values are written out. */
export function GrowthLine({ label, points }: { label: string; points: readonly Point[] }): JSX.Element | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const highest = Math.max(...points.map((point) => point.value), 1)
  const x = (i: number): number => left + ((right - left) * i) / (points.length - 1)
  const y = (value: number): number => bottom - ((bottom - top) * value) / highest
  const line = points.map((point, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(point.value).toFixed(1)}`).join('')
  return (
    <svg viewBox="0 0 336 92" role="img" aria-label={label}>
      <path class="area" d={`${line}L${right} ${bottom}L${left} ${bottom}Z`} />
      <path class="base" d={`M${left} ${bottom}H${right}`} />
      <path class="line" d={line} />
      <circle cx={right} cy={y(last.value)} r="4.5" />
      <text class="b" x={right + 9} y={y(last.value) + 4}>
        {last.value}
      </text>
      <text x={left} y={y(first.value) - 8}>
        {first.value}
      </text>
      {points.map(({ name }, i) => (
        <text key={i} x={x(i)} y="90" text-anchor={i === 0 ? 'start' : i === points.length - 1 ? 'end' : 'middle'}>
          {name}
        </text>
      ))}
    </svg>
  )
}
