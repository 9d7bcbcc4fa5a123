import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../text/text.ts'
import { ColumnsForm } from './columns-form.tsx'
import { ColumnsPart } from './columns-part.tsx'
import { isUnderWay } from './job.ts'
import { JobResult } from './job-result.tsx'
import { JobWork } from './job-work.tsx'
import { PathSteps } from './path-steps.tsx'
import { PreviewPart } from './preview-part.tsx'
import { ReadAsPart } from './read-as-part.tsx'
import { useJob } from './use-job.ts'

/** One import: how the file was read, what its columns become, what would happen, and doing it. */
export function JobPage({ params }: PageProps): JSX.Element {
  const { job, error, show, reload } = useJob(params['id'] ?? '')
  const [chosen, setChosen] = useState(false)
  const isRead = job !== undefined && job.columns.length > 0
  const mayEdit = isRead && ['checked', 'mapping', 'failed'].includes(job.state)
  const editing = job?.state === 'mapping' || (chosen && mayEdit)
  const heading = job && t(`intake.read.${job.kind}`)
  useTitle([heading, job?.fileName], job !== undefined)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {!job && error === undefined && <Waiting lines={9} />}
      {job && (
        <>
          <h1 class="fk-h1">{heading}</h1>
          <PathSteps job={job} />
          <div class="fk-split fk-mt" data-left>
            <div class="fk-aside">
              {isRead && <ReadAsPart job={job} onChange={show} />}
              {isRead && !editing && <ColumnsPart job={job} onEdit={mayEdit ? () => setChosen(true) : undefined} />}
            </div>
            <div>
              {job.fault && (
                <div class="ds-alert" data-color="danger" role="alert">
                  <p>{job.fault.detail}</p>
                  {!isRead && (
                    <p>
                      <a href={job.sameAs ? `/inlasning/${job.sameAs}` : '/inlasning'}>
                        {t(job.sameAs ? 'intake.sameAs' : 'intake.again')}
                      </a>
                    </p>
                  )}
                </div>
              )}
              {isUnderWay(job) && <JobWork job={job} />}
              {job.state === 'applied' && <JobResult job={job} />}
              {editing && (
                <ColumnsForm
                  key={JSON.stringify(job.readAs)}
                  job={job}
                  onChange={(next) => {
                    setChosen(false)
                    show(next)
                  }}
                  onClose={job.state === 'mapping' ? undefined : () => setChosen(false)}
                />
              )}
              {!editing && (job.state === 'checked' || job.state === 'applied') && (
                <PreviewPart key={job.state} job={job} onChange={show} />
              )}
            </div>
          </div>
        </>
      )}
    </Main>
  )
}
