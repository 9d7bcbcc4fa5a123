import type { JSX } from 'preact'
import { Sign } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import type { Job } from './job.ts'

const steps = ['file', 'columns', 'preview', 'apply'] as const
const places: { [state in Job['state']]: number } = {
  uploading: 0,
  reading: 0,
  mapping: 1,
  checking: 2,
  checked: 2,
  applying: 3,
  applied: 4,
  failed: 1,
}

/** The four steps of an import, and which one it stands at. */
export function PathSteps({ job }: { job: Job }): JSX.Element {
  const place = places[job.state]
  return (
    <ol class="fk-path" aria-label={t('intake.steps')}>
      {steps.map((step, i) => (
        <li key={step} aria-current={i === place ? 'step' : undefined}>
          <Sign id={i < place ? 'st-done' : i === place ? 'st-now' : 'st-none'} />
          {t(`intake.step.${step}`)}
          {i < place && <span class="ds-sr-only">{t('intake.stepDone')}</span>}
        </li>
      ))}
    </ol>
  )
}
