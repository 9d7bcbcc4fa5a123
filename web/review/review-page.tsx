import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
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
import { readCase, type Case } from './case.ts'
import { CaseNav } from './case-nav.tsx'
import { CaseWork } from './case-work.tsx'
import { CaseTop } from './case-top.tsx'

/** One case: the notification, what has been said about it, and the decision. */
export function ReviewPage({ params }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const { data, error, loading, reload } = useLoad(id, () => readCase(id))
  useTitle([t('review.title'), data?.record.data.name], data !== undefined)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {data && <Whole key={`${id} ${data.record.revision}`} data={data} onChange={reload} />}
    </Main>
  )
}

function Whole({ data, onChange }: { data: Case; onChange: () => void }): JSX.Element {
  const { route } = useLocation()
  return (
    <>
      <CaseNav id={data.record.id} tasks={data.inbox} />
      <CaseTop record={data.record} />
      <ProposalNotice record={data.record} onChange={() => route('/granska')} />
      <CaseWork data={data} onChange={onChange} />
    </>
  )
}
