import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import { runBulk } from '../bulk/bulk-api.ts'

const mostIds = 1000

/** Marks everything found as verified today. */
export function VerifyFound({ ids }: { ids: readonly string[] }): JSX.Element {
  const [state, setState] = useState<'ready' | 'busy' | 'done' | 'failed'>('ready')
  const [marked, setMarked] = useState(0)
  const mark = async (): Promise<void> => {
    setState('busy')
    try {
      let changed = 0
      for (let at = 0; at < ids.length; at += mostIds) {
        const body = { select: { ids: ids.slice(at, at + mostIds) }, change: { transition: 'verify' } }
        const result = await runBulk('/api/assets/bulk', body, false, () => {}, new AbortController().signal)
        changed += result.counts.changed
      }
      setMarked(changed)
      setState('done')
      announce(t('asset-work.stock.verified', { count: changed }))
    } catch {
      setState('failed')
    }
  }
  if (state === 'done') return <span role="status">{t('asset-work.stock.verified', { count: marked })}</span>
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="primary"
        aria-busy={state === 'busy' || undefined}
        onClick={() => void mark()}
      >
        {t('asset-work.stock.verify', { count: ids.length })}
      </button>
      {state === 'failed' && <span role="alert">{t('parts.trouble.server.text')}</span>}
    </>
  )
}
