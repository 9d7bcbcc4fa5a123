import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { signInAddress } from '../api/session.ts'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { useTitle } from '../router/title.ts'
import { announce } from '../shell/announcer.tsx'
import { Main } from '../shell/main.tsx'
import { momentText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { endOwnSessions, readOwnSessions, type OpenSession } from './own-sessions.ts'

/** Where one is signed in, and the way to end it there. */
export function SessionsPage(): JSX.Element {
  useTitle([t('sessions.heading')])
  const { data, error, reload } = useLoad('sessions', readOwnSessions)
  const [trouble, setTrouble] = useState<unknown>()
  const end = async (sessions: readonly OpenSession[]): Promise<void> => {
    setTrouble(undefined)
    try {
      announce(t('sessions.ended', { count: await endOwnSessions(sessions.map(({ id }) => id)) }))
      reload()
    } catch (reason) {
      // The quarter of an hour is over: the page then asks for a new sign-in.
      if (reason instanceof Problem && reason.status === 403) reload()
      else setTrouble(reason)
    }
  }
  const others = data?.items.filter(({ here }) => !here) ?? []
  const mayEnd = data?.mayEnd === true
  return (
    <Main>
      <h1 class="fk-h1">{t('sessions.heading')}</h1>
      <p class="fk-lead fk-mt-s">{t('sessions.lead')}</p>
      {(error ?? trouble) !== undefined && <Trouble error={error ?? trouble} retry={reload} />}
      {!data && error === undefined && <Waiting lines={4} />}
      {data && (
        <div class="fk-mt">
          <Table
            caption={t('sessions.caption')}
            columns={columns(mayEnd && ((session) => void end([session])))}
            rows={data.items}
            rowKey={({ id }) => id}
          />
        </div>
      )}
      {data && others.length === 0 && <p class="fk-mt fk-dim">{t('sessions.only')}</p>}
      {others.length > 0 && !mayEnd && (
        <div class="fk-mt">
          <p>{t('sessions.againText')}</p>
          <div class="fk-row fk-mt-s">
            <a class="ds-button" data-variant="secondary" href={`${signInAddress('/inloggningar')}&again=true`}>
              {t('sessions.again')}
            </a>
          </div>
        </div>
      )}
      {others.length > 1 && mayEnd && (
        <div class="fk-row fk-mt">
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => void end(others)}>
            {t('sessions.endAll')}
          </button>
        </div>
      )}
    </Main>
  )
}

function columns(onEnd: false | ((session: OpenSession) => void)): Column<OpenSession>[] {
  return [
    {
      id: 'where',
      label: t('sessions.where'),
      head: true,
      cell: (session) => (
        <>
          {nameOf(session)}
          {session.here && <span class="fk-dim"> ({t('sessions.here')})</span>}
        </>
      ),
    },
    {
      id: 'started',
      label: t('sessions.started'),
      phoneLabel: t('sessions.started'),
      cell: ({ startedAt }) => momentText(startedAt),
    },
    { id: 'seen', label: t('sessions.seen'), phoneLabel: t('sessions.seen'), cell: ({ seenAt }) => momentText(seenAt) },
    ...(onEnd
      ? [
          {
            id: 'end',
            label: t('sessions.action'),
            cell: (session: OpenSession) =>
              !session.here && (
                <button type="button" class="fk-linklike" onClick={() => onEnd(session)}>
                  {t('sessions.end')}
                  <span class="ds-sr-only"> {nameOf(session)}</span>
                </button>
              ),
          },
        ]
      : []),
  ]
}

function nameOf({ device }: OpenSession): string {
  if (!device) return t('sessions.unknown')
  return t('sessions.device', {
    browser: t(`sessions.browser.${device.browser}`),
    system: t(`sessions.system.${device.system}`),
  })
}
