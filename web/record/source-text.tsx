import type { JSX } from 'preact'
import type { ActivityData } from '../../functions/processing/data.ts'
import { t } from '../text/text.ts'

/** What stood in the file that the record was read from, word for word. */
export function SourceText({ imported }: { imported: NonNullable<ActivityData['imported']> }): JSX.Element {
  return (
    <section class="fk-sec" aria-labelledby="kalla">
      <header>
        <h2 class="fk-h2" id="kalla">
          {t('record.source.heading')}
        </h2>
        <span class="fk-dim fk-small">
          {t('record.source.from', { source: imported.source, row: String(imported.row) })}
        </span>
      </header>
      <dl class="fk-ans">
        {Object.entries(imported.fields).map(([heading, value]) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd class="fk-pre">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
