import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { fieldAt } from '../../functions/register/secrecy-mark.ts'
import { Icon } from '../components/icon.tsx'
import { useNames } from '../directory/names.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { type Markable, marksOf } from './marks.ts'
import { SecrecyDialog } from './secrecy-dialog.tsx'

export interface SecrecyProps {
  subject: Markable
  onChange: () => void
}

interface Answer {
  transition: string
  start?: { [field: string]: unknown }
}

/** Which fields are marked as secret, by whom and under what; and a proposal to mark or lift that waits for an answer. */
export function SecrecyPart({ subject, onChange }: SecrecyProps): JSX.Element {
  const { record } = subject
  const names = useNames()
  const [answer, setAnswer] = useState<Answer>()
  const { proposed } = record
  const labelOf = (path: unknown): string => subject.labelOf(fieldAt(path))
  const may = (name: string): boolean => record.allowed.includes(name)
  return (
    <section class="fk-sec" aria-labelledby="sekretess">
      <header>
        <h2 class="fk-h2" id="sekretess">
          {t('secrecy.heading')}
        </h2>
      </header>
      {proposed && (
        <div class="fk-panel fk-mt">
          <p>
            {t(`secrecy.proposed.${proposed.transition}`, {
              name: names.person(proposed.by),
              date: dateText(proposed.at),
              field: labelOf(proposed.data?.['fieldPath']),
              provision: String(proposed.data?.['provision'] ?? ''),
            })}
          </p>
          {proposed.comment && <p class="fk-small">{proposed.comment}</p>}
          {may('decline') ? (
            <div class="fk-row">
              <button
                type="button"
                class="ds-button fk-btn-s"
                data-variant="primary"
                onClick={() => setAnswer({ transition: proposed.transition, start: proposed.data })}
              >
                {t(`secrecy.verb.${proposed.transition}`)}
              </button>
              <button
                type="button"
                class="ds-button fk-btn-s"
                data-variant="secondary"
                onClick={() => setAnswer({ transition: 'decline' })}
              >
                {t('secrecy.verb.decline')}
              </button>
            </div>
          ) : (
            <p class="fk-small fk-dim">{t('secrecy.waits')}</p>
          )}
        </div>
      )}
      <dl class="fk-ans">
        {marksOf(record).map((mark) => (
          <div key={mark.fieldPath}>
            <dt>{labelOf(mark.fieldPath)}</dt>
            <dd>
              <p class="fk-secret">
                <Icon name="lock" />
                {t('parts.secrecy', { provision: `OSL ${mark.provision.replace(/^OSL /, '')}` })}
              </p>
              <p class="fk-small fk-dim">
                {[mark.markedByAuthority, mark.markedAt && dateText(mark.markedAt)].filter(Boolean).join(', ')}
              </p>
            </dd>
            <dd>
              {may('liftSecrecy') && (
                <button
                  type="button"
                  class="ds-button fk-btn-s"
                  data-variant="secondary"
                  onClick={() => setAnswer({ transition: 'liftSecrecy', start: { fieldPath: mark.fieldPath } })}
                >
                  {t('secrecy.lift')}
                  <span class="ds-sr-only"> {labelOf(mark.fieldPath)}</span>
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {answer && (
        <SecrecyDialog
          subject={subject}
          {...answer}
          onClose={() => setAnswer(undefined)}
          onDone={() => {
            setAnswer(undefined)
            onChange()
          }}
        />
      )}
    </section>
  )
}
