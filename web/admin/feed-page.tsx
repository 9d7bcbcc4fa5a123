import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { sendJson } from '../api/request.ts'
import { Icon } from '../components/icon.tsx'
import { Field } from '../components/field.tsx'
import { forgetOrgUnits } from '../directory/org-units.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminFrame } from './admin-frame.tsx'
import { FeedReportView } from './feed-report-view.tsx'
import { readFeed, type FeedReport } from './feed.ts'

/** Reads the directory from a file: first what would happen, then for real. */
export function FeedPage(): JSX.Element {
  const [feed, setFeed] = useState<{ name: string; body: object }>()
  const [report, setReport] = useState<FeedReport>()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const choose = async (file: File | undefined): Promise<void> => {
    setReport(undefined)
    setFeed(undefined)
    setError(undefined)
    if (!file) return
    const body = readFeed(await file.text())
    if (body) setFeed({ name: file.name, body })
    else setError(t('admin.feed.unreadable', { name: file.name }))
  }
  const send = async (dryRun: boolean): Promise<void> => {
    if (!feed || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const { data } = await sendJson<FeedReport>('POST', `/api/directory/import?dryRun=${dryRun}`, feed.body)
      setReport(data)
      if (!dryRun) forgetOrgUnits()
      announce(t(dryRun ? 'admin.feed.tried' : 'admin.feed.done'))
    } catch (problem) {
      setError(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <AdminFrame tab="feed">
      <div class="fk-prose">
        <p>{t('admin.feed.text')}</p>
        <Field label={t('admin.feed.file')} help={t('admin.feed.help')} error={error}>
          {(control) => (
            <input
              {...control}
              class="ds-input"
              type="file"
              accept="application/json,.json"
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
        {feed && (
          <div class="fk-row">
            <button
              type="button"
              class="ds-button"
              data-variant={report?.dryRun ? 'secondary' : 'primary'}
              aria-busy={busy || undefined}
              onClick={() => void send(true)}
            >
              {t('admin.feed.try')}
            </button>
            {report?.dryRun && (
              <button
                type="button"
                class="ds-button"
                data-variant="primary"
                aria-busy={busy || undefined}
                onClick={() => void send(false)}
              >
                <Icon name="upload" />
                {t('admin.feed.apply', { name: feed.name })}
              </button>
            )}
          </div>
        )}
      </div>
      {report && <FeedReportView report={report} />}
    </AdminFrame>
  )
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
