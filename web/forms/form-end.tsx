import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import type { RecordForm } from './use-record-form.ts'
import { t } from '../text/text.ts'

/** Saves, or leaves; says why nothing could be saved and that what was written is kept. */
export function FormEnd({ form, back, isNew }: { form: RecordForm; back: string; isNew: boolean }): JSX.Element {
  const held = form.conflicts.length > 0 ? 'conflict' : form.trouble
  return (
    <div class="fk-bar" role="group" aria-label={t('forms.end')}>
      <button type="submit" class="ds-button" data-variant="primary" aria-busy={form.busy || undefined}>
        <Icon name="check" />
        {t(isNew ? 'forms.create' : 'forms.save')}
      </button>
      <a class="ds-button" data-variant="tertiary" href={back}>
        {t('parts.cancel')}
      </a>
      <span class="fk-small" role="status">
        {held ? t(`forms.trouble.${held}`) : form.refused?.message}
      </span>
    </div>
  )
}
