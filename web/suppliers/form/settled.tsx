import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { moveRecord } from '../../api/records.ts'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'

interface Props {
  record: AgreementRecord
  onAmending: () => void
}

/** What has been agreed stands while the agreement binds: says so, and lets the contract owner begin to amend it. */
export function Settled({ record, onAmending }: Props): JSX.Element {
  const [state, setState] = useState<'busy' | 'failed'>()
  const amend = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    try {
      await moveRecord('agreements', record.id, record.revision, 'amend', {})
      announce(t('supplier-form.settled.amending'))
      onAmending()
    } catch {
      setState('failed')
    }
  }
  return (
    <div class="fk-panel fk-mt">
      <p>{t('supplier-form.settled.text')}</p>
      {record.allowed.includes('amend') && (
        <button
          type="button"
          class="ds-button fk-btn-s fk-mt-s"
          data-variant="secondary"
          aria-busy={state === 'busy' || undefined}
          onClick={() => void amend()}
        >
          {t('supplier-form.settled.amend')}
        </button>
      )}
      {state === 'failed' && (
        <p class="fk-mt-s" role="alert">
          {t('supplier-form.settled.failed')}
        </p>
      )}
    </div>
  )
}
