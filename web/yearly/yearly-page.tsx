import { useLocation } from 'preact-iso/router'
import { useEffect, useRef, useState } from 'preact/hooks'
import { moveActivity, readActivity, type ActivityRecord } from '../api/activities.ts'
import { Icon } from '../components/icon.tsx'
import { Waiting } from '../components/waiting.tsx'
import { withNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { ReadOnly } from '../notification/read-only.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Failure } from '../shell/failure.tsx'
import { Main } from '../shell/main.tsx'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'

/** What is asked about once a year: a change of these needs review again (domain 10.7). */
const asked = ['A5', 'B1', 'B3', 'C1', 'D1', 'E3', 'F1', 'F2', 'F3', 'F4', 'G1']

/** The yearly question: unchanged, changed or ended. One minute. */
export function YearlyPage({ params, query }: PageProps) {
  const id = params['id']!
  const { data: record, error, reload } = useLoad(id, () => withNames(readActivity(id), ({ data }) => data))
  useTitle([t('filed.yearly.title'), record?.data.name], record !== undefined)
  if (error) return <Failure error={error} onRetry={reload} />
  if (!record) {
    return (
      <Main>
        <Waiting lines={6} />
      </Main>
    )
  }
  return <Yearly record={record} reload={reload} ending={query['svar'] === 'upphord'} />
}

function Yearly({ record, reload, ending }: { record: ActivityRecord; reload: () => void; ending: boolean }) {
  const { route } = useLocation()
  const [open, setOpen] = useState<'revise' | 'end' | undefined>(ending ? 'end' : undefined)
  const [done, setDone] = useState<'confirm' | 'end'>()
  const [problem, setProblem] = useState<unknown>()
  const may = (transition: string): boolean => record.allowed.includes(transition)
  async function confirm(): Promise<void> {
    try {
      await moveActivity(record.id, record.revision, { transition: 'confirm', data: { reviewedFields: asked } })
      setDone('confirm')
      reload()
    } catch (reason) {
      setProblem(reason)
    }
  }
  const receipt = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (done) receipt.current?.focus()
  }, [done])
  const proposed = record.proposed?.transition === 'end' || done === 'end'
  return (
    <Main>
      <h1 class="fk-h1">{t('filed.yearly.heading', { name: record.data.name ?? '' })}</h1>
      <p class="fk-dim">
        <span class="fk-num">{record.number}</span>
        {record.data.lastReviewedAt && `, ${t('filed.yearly.last', { date: dateText(record.data.lastReviewedAt) })}`}
      </p>
      {problem !== undefined && <Trouble error={problem} retry={reload} />}
      <div role="status">
        {(done === 'confirm' || proposed) && (
          <div class="fk-empty fk-mt">
            <h2 class="fk-h3" ref={receipt} tabIndex={-1}>
              <span class="fk-ok">
                <Icon name="check" />
                {t(proposed ? 'filed.yearly.ended' : 'filed.yearly.confirmed')}
              </span>
            </h2>
            <p>
              {proposed
                ? t('filed.yearly.endedNext')
                : t('filed.yearly.next', { date: dateText(record.data.nextReviewDate ?? record.updatedAt) })}
            </p>
            <a class="ds-link" href="/">
              {t('filed.attest.start')}
            </a>
          </div>
        )}
      </div>
      {!done && !proposed && (
        <>
          <p class="fk-lead">{t('filed.yearly.lead')}</p>
          <div class="fk-row fk-mt">
            {may('confirm') && (
              <button type="button" class="ds-button" data-variant="primary" onClick={() => void confirm()}>
                {t('filed.yearly.unchanged')}
              </button>
            )}
            {may('revise') && (
              <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('revise')}>
                {t('filed.yearly.changed')}
              </button>
            )}
            {may('end') && (
              <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('end')}>
                {t('filed.yearly.isEnded')}
              </button>
            )}
          </div>
          {!may('confirm') && !may('revise') && <p>{t('filed.yearly.notYours')}</p>}
        </>
      )}
      <ReadOnly data={record.data} only={asked} />
      {open && (
        <MoveDialog
          record={record}
          transition={open}
          hrefOf={() => undefined}
          onClose={() => setOpen(undefined)}
          onDone={(moved) => {
            setOpen(undefined)
            if (open === 'revise') return route(`/anmal/${moved.id}/a`)
            setDone('end')
            reload()
          }}
        />
      )}
    </Main>
  )
}
