import { useState } from 'preact/hooks'
import { questionAt } from '../../functions/processing/form.ts'
import { commentsOf, historyOf, readActivity, type ActivityRecord } from '../api/activities.ts'
import { codeLabel } from '../answers/words.ts'
import type { Note, Revision } from '../api/record.ts'
import { Icon } from '../components/icon.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { Track } from '../components/track.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames } from '../directory/names.ts'
import { useLoad } from '../loading/use-load.ts'
import { whereItIs } from '../mine/where-it-is.ts'
import { DoneNotice } from '../moves/done-notice.tsx'
import { MoveDialog } from '../moves/move-dialog.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Failure } from '../shell/failure.tsx'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { AskedList } from './asked-list.tsx'
import { ReadOnly } from './read-only.tsx'
import { Receipt } from './receipt.tsx'

/** Where a notification is, what has been asked about it, and all of it to read. */
export function FollowPage({ params, query }: PageProps) {
  const id = params['id']!
  const { data, error, reload } = useLoad(id, () =>
    withNames(readFollowed(id), ({ record, notes, said }) => [record.data, notes, said?.by]),
  )
  if (error) return <Failure error={error} onRetry={reload} />
  if (!data) {
    return (
      <Main>
        <Waiting lines={6} />
      </Main>
    )
  }
  return <Followed {...data} isReceipt={query['kvitto'] === 'ja'} reload={reload} />
}

/** The record, what has been asked about it, and what was said when it was last sent back or refused. */
async function readFollowed(id: string): Promise<Pick<FollowedProps, 'record' | 'notes' | 'said'>> {
  const [record, notes, history] = await Promise.all([readActivity(id), commentsOf(id), historyOf(id)])
  const back = saidWith[record.state]
  const said = history.findLast(({ transition, comment }) => comment && transition === back)
  return { record, notes, said }
}

const saidWith: { [state: string]: string | undefined } = { returned: 'return', notRegistrable: 'refuse' }

interface FollowedProps {
  record: ActivityRecord
  notes: readonly Note[]
  said: Revision | undefined
  isReceipt: boolean
  reload: () => void
}

function Followed({ record, notes, said, isReceipt, reload }: FollowedProps) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { data, state, allowed } = record
  const name = data.name || t('start.unnamed')
  const canWrite = allowed.includes('edit')
  const names = useNames()
  useTitle([isReceipt ? t('filed.receipt.heading') : t('filed.follow.heading'), name])
  const asked = notes.filter((note) => note.pointer && questionAt(note.pointer))
  return (
    <Main>
      <DoneNotice about={record.id} />
      {isReceipt && state !== 'draft' && <Receipt record={record} />}
      {isReceipt ? <h2 class="fk-h2 fk-mt">{name}</h2> : <h1 class="fk-h1">{name}</h1>}
      <p class="fk-row fk-small">
        {record.number && <span class="fk-num fk-dim">{record.number}</span>}
        <StateTag state={state} />
      </p>
      <div class="fk-where" data-size="sm">
        <Track state={state} />
        <p>{whereItIs(record)}</p>
        {data.refusal && <Refusal refusal={data.refusal} />}
        {said && (
          <p>
            <b>{t('filed.follow.said', { name: names.person(said.by) })}:</b> {said.comment}
          </p>
        )}
      </div>
      {asked.length > 0 && (
        <AskedList
          notes={asked}
          address={
            canWrite
              ? (question) => `/anmal/${record.id}/${question[0]!.toLowerCase()}?fraga=${question.toLowerCase()}`
              : undefined
          }
        />
      )}
      <div class="fk-row fk-mt">
        {canWrite && (
          <a
            class="ds-button"
            data-variant="primary"
            href={state === 'returned' ? `/anmal/${record.id}/k` : `/anmal/${record.id}/a`}
          >
            <Icon name="pen" />
            {t(`filed.follow.${state === 'returned' ? 'resend' : 'write'}`)}
          </a>
        )}
        {record.registeredRevision !== undefined && (
          <a class="ds-link" href={`/behandlingar/${record.id}`}>
            {t('filed.follow.inRegister')}
          </a>
        )}
        {allowed.includes('withdraw') && (
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setWithdrawing(true)}>
            {t('moves.button.withdraw')}
          </button>
        )}
      </div>
      {isWithdrawing && (
        <MoveDialog
          record={record}
          transition="withdraw"
          hrefOf={() => undefined}
          onClose={() => setWithdrawing(false)}
          onDone={() => {
            setWithdrawing(false)
            reload()
          }}
        />
      )}
      <ReadOnly data={data} />
    </Main>
  )
}

/** Why it is not registered, and where to read the one that is. */
function Refusal({ refusal }: { refusal: NonNullable<ActivityRecord['data']['refusal']> }) {
  const names = useNames()
  const { reason, duplicateOf } = refusal
  return (
    <p>
      {codeLabel('refusalReason', reason)}
      {duplicateOf && (
        <>
          {': '}
          <a class="ds-link" href={`/behandlingar/${duplicateOf}`}>
            {names.record(duplicateOf)}
          </a>
        </>
      )}
    </p>
  )
}
