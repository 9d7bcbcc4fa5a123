import type { JSX } from 'preact'
import { readActivity, type ActivityRecord } from '../api/activities.ts'
import { Problem } from '../api/problem.ts'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { ProposalNotice } from '../record/proposal-notice.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../text/text.ts'
import { CaseNav } from './case-nav.tsx'
import { CaseWork } from './case-work.tsx'
import { CaseTop } from './case-top.tsx'

/** One case: the notification, what has been said about it, and the decision. */
export function ReviewPage({ params }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const { data: record, error, loading, reload } = useLoad(id, () => readActivity(id))
  useTitle([t('review.title'), record?.data.name], record !== undefined)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <Main size="sm">
      <CaseNav id={id} />
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {record && <Case key={`${record.id} ${record.revision}`} record={record} onChange={reload} />}
    </Main>
  )
}

function Case({ record, onChange }: { record: ActivityRecord; onChange: () => void }): JSX.Element {
  return (
    <>
      <CaseTop record={record} />
      <ProposalNotice record={record} onChange={onChange} />
      <CaseWork record={record} onChange={onChange} />
    </>
  )
}
