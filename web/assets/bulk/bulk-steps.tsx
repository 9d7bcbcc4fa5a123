import type { ComponentChildren, JSX } from 'preact'
import { Problem } from '../../api/problem.ts'
import { Icon } from '../../components/icon.tsx'
import { t } from '../../text/text.ts'
import { BulkPreview } from './bulk-preview.tsx'
import type { Bulk } from './use-bulk.ts'

interface Props {
  bulk: Bulk
  /** What is asked before anything is looked at. */
  children: ComponentChildren
  /** The body that says what is to be changed; none while something is lacking. */
  onLook: () => void
  /** What is done with what has been looked at, when it is not made at once: planned, with a button of its own. */
  instead?: { label: string; onApply: () => void } | undefined
  /** Leaves; `done` when something has been changed. */
  onClose: (done: boolean) => void
}

/** Asks, shows what would happen, does it with progress, and says what came of it. */
export function BulkSteps({ bulk, children, instead, onLook, onClose }: Props): JSX.Element {
  const { step, result } = bulk
  const changed = result?.counts.changed ?? 0
  const seen = result ? result.counts.changed + result.counts.unchanged + result.counts.refused : 0
  return (
    <>
      {bulk.error !== undefined && (
        <div class="ds-alert fk-mt" data-color="danger" role="alert">
          <p>{sentenceOf(bulk.error)}</p>
        </div>
      )}
      {step === 'asking' && (
        <form
          class="fk-stack fk-mt fk-narrow"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onLook()
          }}
        >
          {children}
          <div class="fk-row">
            <button type="submit" class="ds-button" data-variant="primary">
              {t('assets.bulk.look')}
            </button>
            <button type="button" class="ds-button" data-variant="tertiary" onClick={() => onClose(false)}>
              {t('parts.cancel')}
            </button>
          </div>
        </form>
      )}
      {(step === 'looking' || step === 'doing') && (
        <p class="fk-mt" role="status">
          {t(`assets.bulk.${step}`, { count: step === 'doing' ? changed : seen })}
        </p>
      )}
      {step === 'looked' && result && (
        <>
          <BulkPreview result={result} />
          <div class="fk-bar" role="group" aria-label={t('assets.bulk.decide')}>
            {(changed > 0 || instead) && (
              <button
                type="button"
                class="ds-button"
                data-variant="primary"
                onClick={instead ? instead.onApply : bulk.apply}
              >
                <Icon name="check" />
                {instead ? instead.label : t('assets.bulk.apply', { count: changed })}
              </button>
            )}
            <button type="button" class="ds-button" data-variant="secondary" onClick={bulk.back}>
              {t('assets.bulk.back')}
            </button>
            <button type="button" class="ds-button" data-variant="tertiary" onClick={() => onClose(false)}>
              {t('parts.cancel')}
            </button>
          </div>
        </>
      )}
      {step === 'done' && result && (
        <>
          <p class="fk-ok fk-mt" role="status">
            <Icon name="check" />
            {t('assets.bulk.done', { count: changed })}
          </p>
          {result.refused.length > 0 && <BulkPreview result={{ ...result, items: [] }} />}
          <p class="fk-mt">
            <button type="button" class="ds-button" data-variant="primary" onClick={() => onClose(true)}>
              {t('assets.bulk.toList')}
            </button>
          </p>
        </>
      )}
    </>
  )
}

/** What went wrong with a change of many, in a sentence. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem) || error.status >= 500) return t('parts.trouble.server.text')
  if (error.status === 0) return t('parts.trouble.offline.text')
  return error.body.errors?.[0]?.detail ?? error.body.detail ?? error.body.title
}
