import type { JSX } from 'preact'
import { Problem } from '../api/problem.ts'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'

interface Props {
  error: unknown
  retry?: () => void
  /** 1 where nothing else stands on the page. */
  level?: 1 | 2
}

/** What went wrong when something was read, what is still there, and what to do. */
export function Trouble({ error, retry, level }: Props): JSX.Element {
  const status = error instanceof Problem ? error.status : navigator.onLine ? 500 : 0
  const kind =
    status === 0
      ? 'offline'
      : status === 404
        ? 'notFound'
        : status === 403
          ? 'forbidden'
          : status === 400
            ? 'address'
            : 'server'
  const detail = error instanceof Problem && status !== 0 && status < 500 ? error.body.detail : undefined
  return (
    <div role="alert">
      <Empty
        level={level ?? 2}
        heading={t(`parts.trouble.${kind}.heading`)}
        actions={
          kind === 'notFound' || kind === 'forbidden' ? (
            <a class="ds-link" href="/registret">
              {t('parts.trouble.search')}
            </a>
          ) : kind === 'address' ? (
            <a class="ds-button" data-variant="primary" href={location.pathname}>
              {t('parts.trouble.without')}
            </a>
          ) : (
            retry && (
              <button type="button" class="ds-button" data-variant="primary" onClick={retry}>
                <Icon name="refresh" />
                {t('parts.trouble.retry')}
              </button>
            )
          )
        }
      >
        <p>{detail ?? t(`parts.trouble.${kind}.text`)}</p>
      </Empty>
    </div>
  )
}
