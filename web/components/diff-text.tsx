import type { JSX } from 'preact'
import { diffWords, likeness } from '../diff/words.ts'
import { t } from '../text/text.ts'

const likeEnough = 0.3

/** One side of a comparison: what was taken away struck, what came underlined. Empty says so. */
export function DiffText({ from, to, side }: { from: string; to: string; side: 'before' | 'after' }): JSX.Element {
  const own = side === 'before' ? from : to
  if (!own) return <span class="fk-dim">{t('parts.empty')}</span>
  const runs = diffWords(from, to)
  const Mark = side === 'before' ? 'del' : 'ins'
  if (from !== to && likeness(runs) < likeEnough) return <Mark class="fk-pre">{own}</Mark>
  return (
    <span class="fk-pre">
      {runs.map((run, i) => {
        if (run.kind === 'same') return run.text
        return run.kind === Mark ? <Mark key={i}>{run.text}</Mark> : null
      })}
    </span>
  )
}
