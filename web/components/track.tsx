import type { JSX } from 'preact'
import { t } from '../text/text.ts'

const stretches = ['you', 'coordinator', 'dpo', 'registered'] as const

const places: { [state: string]: number } = {
  draft: 0,
  returned: 0,
  submitted: 1,
  coordinatorReview: 1,
  dpoReview: 2,
  registered: 4,
}

/** Where a notification is: four stretches, amber where the reader has the turn. Nothing for a state outside the way. */
export function Track({ state, turn }: { state: string; turn?: boolean }): JSX.Element | null {
  const place = places[state]
  if (place === undefined) return null
  const yours = turn ?? place === 0
  return (
    <ol class="fk-track" aria-label={t('parts.track.label')}>
      {stretches.map((stretch, i) => {
        const mark = i < place ? 'done' : i > place ? undefined : yours ? 'you' : 'now'
        return (
          <li key={stretch} data-s={mark} aria-current={i === place ? 'step' : undefined}>
            {t(`parts.track.${stretch}`)}
            {mark === 'done' && <span class="ds-sr-only"> {t('parts.track.passed')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
