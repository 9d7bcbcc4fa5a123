import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { commentRecord } from '../api/records.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { TextArea } from '../components/text-area.tsx'
import { t } from '../text/text.ts'

interface Props {
  id: string
  onClose: () => void
  onSent: () => void
}

/** A manager who cannot approve says why; the coordinator returns the notification with it (domain section 4). */
export function NotApproved({ id, onClose, onSent }: Props): JSX.Element {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    if (busy) return
    if (!text.trim()) return setError(t('filed.attest.no.need'))
    setBusy(true)
    try {
      await commentRecord('activities', id, text.trim())
      onSent()
    } catch (problem) {
      setError(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      heading={t('filed.attest.no.heading')}
      confirm={t('filed.attest.no.send')}
      busy={busy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{t('filed.attest.no.text')}</p>
      <TextArea label={t('filed.attest.no.why')} value={text} error={error} rows={4} onInput={setText} />
    </ConfirmDialog>
  )
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
