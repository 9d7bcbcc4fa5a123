import type { RefObject } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import type { Missing } from '../../functions/register/errors.ts'
import type { Problem } from '../api/problem.ts'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { missingText } from './missing-text.ts'

interface Props {
  ref_: RefObject<HTMLDivElement | null>
  lacking: readonly Missing[]
  errors: ReadonlyMap<string, string>
  /** What the server answered when the notification was sent. */
  problem: Problem | undefined
  link: (questionId: string) => string
}

/** What has to be answered or put right before the notification can be sent, each with the way there. */
export function Lacking({ ref_, lacking, errors, problem, link }: Props) {
  const wrong = [...errors].map(([pointer, text]) => ({ id: questionAt(pointer)?.id ?? 'A1', text }))
  const open = lacking.map((lack) => ({ id: lack.rule, text: missingText(lack) }))
  const refused = (problem?.body.missing ?? []).map(({ pointer, detail, rule }) => ({
    id: questionAt(pointer)?.id ?? 'K1',
    text: detail ?? missingText({ rule }),
  }))
  const lines = [...wrong, ...open, ...refused]
  return (
    <div ref={ref_} tabIndex={-1} class="fk-lacking">
      {lines.length > 0 ? (
        <div class="ds-alert" data-color="warning">
          <h2 class="fk-h3">{t('check.first')}</h2>
          <ul class="ds-list">
            {lines.map(({ id, text }) => (
              <li key={id + text}>
                <a class="ds-link" href={id === 'K1' ? '#intyga' : link(id)}>
                  {t('notification.steps.name', { section: id[0], title: text })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        problem && (
          <div class="ds-alert" data-color="danger" role="alert">
            <h2 class="fk-h3">
              <Icon name="warning" /> {t('check.failed')}
            </h2>
            <p>{problem.message}</p>
          </div>
        )
      )}
    </div>
  )
}
