import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { applyImport, type Job } from './job.ts'
import { sentenceOf } from './sentence-of.ts'

/** Reads the good rows, or waits until all are; asks once more when more than half of what is found would change. */
export function ApplyBar({ job, onChange }: { job: Job; onChange: (job: Job) => void }): JSX.Element {
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { new: fresh = 0, changed = 0, faulty = 0 } = job.counts
  const apply = async (confirmed: boolean): Promise<void> => {
    if (busy) return
    if (job.confirm && !confirmed) return setAsking(true)
    setAsking(false)
    setBusy(true)
    setError(undefined)
    try {
      onChange(await applyImport(job.id, faulty > 0 ? 'valid' : 'all', confirmed))
    } catch (problem) {
      setError(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="fk-bar" role="group" aria-label={t('intake.step.apply')}>
      {fresh + changed > 0 && (
        <button
          type="button"
          class="ds-button"
          data-variant="primary"
          aria-busy={busy || undefined}
          onClick={() => void apply(false)}
        >
          <Icon name="check" />
          {t('intake.apply', { count: fresh + changed })}
        </button>
      )}
      <a class="ds-button" data-variant="tertiary" href="/inlasning">
        {t(faulty > 0 ? 'intake.waitForAll' : 'parts.cancel')}
      </a>
      <span class="fk-dim fk-small">
        {fresh + changed === 0
          ? t('intake.nothingToDo')
          : t(faulty > 0 ? 'intake.sumFaulty' : 'intake.sum', { fresh, changed, faulty })}
      </span>
      {error && (
        <p class="fk-small" role="alert">
          {error}
        </p>
      )}
      {asking && (
        <ConfirmDialog
          heading={t('intake.manyHeading', { share: job.confirm?.share ?? 0 })}
          confirm={t('intake.apply', { count: fresh + changed })}
          onConfirm={() => void apply(true)}
          onClose={() => setAsking(false)}
        >
          <p>{t('intake.manyText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
