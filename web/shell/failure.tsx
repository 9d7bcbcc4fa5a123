import { Problem } from '../api/problem.ts'
import { useTitle } from '../router/title.ts'
import { t } from '../text/text.ts'
import { Main } from './main.tsx'
import { NotFound } from './not-found.tsx'

/** A page that could not be shown: says why in words, and offers to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const status = error instanceof Problem ? error.status : navigator.onLine ? -1 : 0
  const known = status === 0 ? 'offline' : status === 403 ? 'forbidden' : 'ours'
  useTitle([t(`shell.failure.${known}.heading`)])
  if (status === 404) return <NotFound />
  return (
    <Main>
      <div class="fk-prose">
        <h1 class="fk-h1">{t(`shell.failure.${known}.heading`)}</h1>
        <p>
          {(known === 'forbidden' && error instanceof Problem && error.body.detail) || t(`shell.failure.${known}.text`)}
        </p>
        <div class="fk-row">
          <button type="button" class="ds-button" data-variant="primary" onClick={onRetry}>
            {t('shell.retry')}
          </button>
        </div>
      </div>
    </Main>
  )
}
