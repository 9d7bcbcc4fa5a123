import { useState } from 'preact/hooks'
import { hasText, loadTexts, t } from '../text/text.ts'
import { shortName } from './question-text.ts'

/** "Varför frågar vi?": the reason, the article in dimmer text, and an example; read when it is first opened. */
export function Why({ id }: { id: string }) {
  const [state, setState] = useState<'closed' | 'read' | 'failed'>('closed')
  function onToggle(event: { currentTarget: HTMLDetailsElement }): void {
    if (!event.currentTarget.open || state === 'read') return
    loadTexts(['form-why']).then(
      () => setState('read'),
      () => setState('failed'),
    )
  }
  return (
    <details class="fk-why" onToggle={onToggle}>
      <summary>
        {t('notification.why')}
        <span class="ds-sr-only"> {shortName(id)}</span>
      </summary>
      <div>
        {state === 'read' && <Reason id={id} />}
        {state === 'failed' && <p>{t('shell.failure.offline.text')}</p>}
      </div>
    </details>
  )
}

function Reason({ id }: { id: string }) {
  const text = (name: string): string | undefined => {
    const key = `form-why.${id}.${name}`
    return hasText(key) ? t(key) : undefined
  }
  const example = text('example')
  return (
    <>
      <p>
        {text('why')}
        {text('law') && <span class="fk-dim"> ({text('law')})</span>}
      </p>
      {example && (
        <p>
          <b>{t('notification.example')}</b> {example}
        </p>
      )}
    </>
  )
}
