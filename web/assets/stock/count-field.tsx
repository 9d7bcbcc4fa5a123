import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { TextArea } from '../../components/text-area.tsx'
import { t } from '../../text/text.ts'

const mostCodes = 200

/** Where a reader of labels types, or a person: one thing a line, counted with a press or when a reader ends its line twice. */
export function CountField({ onCount }: { onCount: (codes: string[]) => void }): JSX.Element {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const send = (): void => {
    const codes = [...new Set(text.split(/\s*\n\s*/).map((line) => line.trim()))].filter(Boolean)
    if (codes.length === 0) return setError(t('asset-work.stock.needCode'))
    setError(undefined)
    setText('')
    for (let at = 0; at < codes.length; at += mostCodes) onCount(codes.slice(at, at + mostCodes))
  }
  return (
    <form
      class="fk-stack fk-narrow fk-mt"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={t('asset-work.stock.codes')}
        help={t('asset-work.stock.codesHelp')}
        error={error}
        value={text}
        rows={3}
        onInput={setText}
      />
      <div>
        <button type="submit" class="ds-button" data-variant="primary">
          {t('asset-work.stock.count')}
        </button>
      </div>
    </form>
  )
}
