import type { JSX } from 'preact'
import { numberText } from '../text/format.ts'

export interface CountItem {
  tone: 'new' | 'changed' | 'same' | 'wrong'
  count: number
  label: string
}

const width = 1000
const height = 12
const gap = 3

/** Numbers with their words side by side, and one bar in which each has its share. */
export function Counts({ counts }: { counts: readonly CountItem[] }): JSX.Element {
  const sum = counts.reduce((total, { count }) => total + count, 0)
  let x = 0
  const parts = counts.flatMap(({ tone, count }) => {
    if (count === 0) return []
    const part = { tone, x, width: Math.max((count / sum) * width, 8) - gap }
    x += part.width + gap
    return [part]
  })
  return (
    <>
      <div class="fk-counts">
        {counts.map(({ tone, count, label }) => (
          <div key={tone}>
            <span class="fk-big">{numberText(count)}</span>
            <span>
              <svg class="fk-dot" viewBox="0 0 12 12" aria-hidden="true">
                <rect data-tone={tone} width="12" height="12" rx="2" />
              </svg>
              {label}
            </span>
          </div>
        ))}
      </div>
      {sum > 0 && (
        <svg
          class="fk-meter"
          viewBox={`0 0 ${Math.max(x, width)} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {parts.map((part) => (
            <rect key={part.tone} data-tone={part.tone} x={part.x} width={part.width} height={height} />
          ))}
        </svg>
      )}
    </>
  )
}
