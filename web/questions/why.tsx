import { formText, shortName } from './question-text.ts'
import { t } from '../text/text.ts'

/** "Varför frågar vi?": the reason, the article in dimmer text, and an example. */
export function Why({ id }: { id: string }) {
  const why = formText(`${id}.why`)
  const law = formText(`${id}.law`)
  const example = formText(`${id}.example`)
  if (!why && !example) return null
  return (
    <details class="fk-why">
      <summary>
        {t('notification.why')}
        <span class="ds-sr-only"> {shortName(id)}</span>
      </summary>
      <div>
        <p>
          {why}
          {law && <span class="fk-dim"> ({law})</span>}
        </p>
        {example && (
          <p>
            <b>{t('notification.example')}</b> {example}
          </p>
        )}
      </div>
    </details>
  )
}
