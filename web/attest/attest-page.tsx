import { useEffect, useRef, useState } from 'preact/hooks'
import { moveActivity, readActivity } from '../api/activities.ts'
import { Icon } from '../components/icon.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { ReadOnly } from '../notification/read-only.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Failure } from '../shell/failure.tsx'
import { Main } from '../shell/main.tsx'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { NotApproved } from './not-approved.tsx'

/** The responsible manager reads a notification and approves it (K2). */
export function AttestPage({ params }: PageProps) {
  const id = params['id']!
  const { data: record, error, reload } = useLoad(id, () => withNames(readActivity(id), ({ data }) => data))
  const names = useNames()
  const [problem, setProblem] = useState<unknown>()
  const [attested, setAttested] = useState(false)
  const [declining, setDeclining] = useState(false)
  const [told, setTold] = useState(false)
  const receipt = useRef<HTMLHeadingElement>(null)
  const done = record?.data.managerAttestation
  useEffect(() => {
    if ((attested && done) || told) receipt.current?.focus()
  }, [attested, done, told])
  useTitle([t('filed.attest.heading'), record?.data.name], record !== undefined)
  if (error) return <Failure error={error} onRetry={reload} />
  if (!record) {
    return (
      <Main>
        <Waiting lines={6} />
      </Main>
    )
  }
  async function attest(): Promise<void> {
    try {
      await moveActivity(record!.id, record!.revision, { transition: 'attest' })
      setAttested(true)
      reload()
    } catch (reason) {
      setProblem(reason)
    }
  }
  return (
    <Main>
      <h1 class="fk-h1">{t('filed.attest.title', { name: record.data.name ?? '' })}</h1>
      <p class="fk-row fk-small">
        {record.number && <span class="fk-num fk-dim">{record.number}</span>}
        <StateTag state={record.state} />
      </p>
      {problem !== undefined && <Trouble error={problem} retry={reload} />}
      <div role="status">
        {done ? (
          <div class="fk-empty fk-mt">
            <h2 class="fk-h3" ref={receipt} tabIndex={-1}>
              <span class="fk-ok">
                <Icon name="check" />
                {t('filed.attest.done', { who: names.person(done.personId), date: dateText(done.at) })}
              </span>
            </h2>
            <p>{t('filed.attest.next')}</p>
            <a class="ds-link" href="/">
              {t('filed.attest.start')}
            </a>
          </div>
        ) : told ? (
          <div class="fk-empty fk-mt">
            <h2 class="fk-h3" ref={receipt} tabIndex={-1}>
              {t('filed.attest.no.told')}
            </h2>
            <p>{t('filed.attest.no.next')}</p>
            <a class="ds-link" href="/">
              {t('filed.attest.start')}
            </a>
          </div>
        ) : (
          <p class="fk-lead">{t('filed.attest.lead')}</p>
        )}
      </div>
      <ReadOnly data={record.data} />
      {!done && !told && record.allowed.includes('attest') && (
        <div class="fk-bar">
          <button type="button" class="ds-button" data-variant="primary" onClick={() => void attest()}>
            {t('filed.attest.button')}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setDeclining(true)}>
            {t('filed.attest.no.button')}
          </button>
          <p class="fk-small fk-dim">{t('filed.attest.note')}</p>
        </div>
      )}
      {declining && (
        <NotApproved
          id={record.id}
          onClose={() => setDeclining(false)}
          onSent={() => {
            setDeclining(false)
            setTold(true)
          }}
        />
      )}
    </Main>
  )
}
