import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { sendJson } from '../api/request.ts'
import { Icon } from '../components/icon.tsx'
import { FileField } from '../components/file-field.tsx'
import { forgetOrgUnits } from '../directory/org-units.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminFrame } from './admin-frame.tsx'
import { FeedReportView } from './feed-report-view.tsx'
import { readFeed, type FeedReport } from './feed.ts'

/** Reads the directory from a file: first what would happen, then for real. */
export function FeedPage(): JSX.Element {
  const [name, setName] = useState<string>()
  const [body, setBody] = useState<object>()
  const [report, setReport] = useState<FeedReport>()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const choose = async (file: File | undefined): Promise<void> => {
    setReport(undefined)
    setBody(undefined)
    setError(undefined)
    setName(file?.name)
    if (!file) return
    const read = readFeed(await file.text())
    if (read) setBody(read)
    else setError(t('admin.feed.unreadable', { name: file.name }))
  }
  const send = async (dryRun: boolean): Promise<void> => {
    if (!body || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const { data } = await sendJson<FeedReport>('POST', `/api/directory/import?dryRun=${dryRun}`, body)
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
        <details class="fk-mb-s">
          <summary>{t('admin.feed.shape')}</summary>
          <pre class="fk-id">{t('admin.feed.example')}</pre>
          <p>{t('admin.feed.shapeText')}</p>
        </details>
        <FileField
          label={t('admin.feed.file')}
          help={t('admin.feed.help')}
          error={error}
          accept="application/json,.json"
          chosen={name}
          onChoose={(file) => void choose(file)}
        />
        {body && name && (
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
                {t('admin.feed.apply', { name })}
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
  const [fault] = problem.body.errors ?? []
  if (fault?.detail) return `${fault.pointer.replace(/^\//, '')}: ${fault.detail}`
  return problem.body.detail ?? problem.body.title
}
