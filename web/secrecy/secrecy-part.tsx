import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon.tsx'
import type { Names } from '../../directory/names.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { assetFieldLabel } from '../fields.ts'
import { MoveLater } from '../record/move-later.tsx'
import type { AssetDossier } from '../record/dossier.ts'
import { marksOf } from './marks.ts'

interface Props {
  dossier: AssetDossier
  names: Names
  onChange: () => void
}

interface Answer {
  transition: string
  start?: { [field: string]: unknown }
}

/** Which fields are marked as secret, by whom and under what; and a proposal to mark or lift that waits for an answer. */
export function SecrecyPart({ dossier, names, onChange }: Props): JSX.Element | null {
  const { record } = dossier
  const [answer, setAnswer] = useState<Answer>()
  const marks = marksOf(record)
  const { proposed } = record
  if (marks.length === 0 && !proposed) return null
  const may = (name: string): boolean => record.allowed.includes(name)
  return (
    <section class="fk-sec" aria-labelledby="sekretess">
      <header>
        <h2 class="fk-h2" id="sekretess">
          {t('asset-record.secrecy.heading')}
        </h2>
      </header>
      {proposed && (
        <div class="fk-panel fk-mt">
          <p>
            {t(`asset-record.secrecy.proposed.${proposed.transition}`, {
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
                {t(`asset-states.transitions.${proposed.transition}`)}
              </button>
              <button
                type="button"
                class="ds-button fk-btn-s"
                data-variant="secondary"
                onClick={() => setAnswer({ transition: 'decline' })}
              >
                {t('asset-states.transitions.decline')}
              </button>
            </div>
          ) : (
            <p class="fk-small fk-dim">{t('asset-record.secrecy.waits')}</p>
          )}
        </div>
      )}
      <dl class="fk-ans">
        {marks.map((mark) => (
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
                  {t('asset-record.secrecy.lift')}
                  <span class="ds-sr-only"> {labelOf(mark.fieldPath)}</span>
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {answer && (
        <MoveLater
          dossier={dossier}
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

function labelOf(path: unknown): string {
  return assetFieldLabel(
    String(path ?? '')
      .split('/')
      .filter(Boolean)[0] ?? '',
  )
}
