import type { JSX } from 'preact'
import { Problem } from '../../api/problem.ts'
import { Empty } from '../../components/empty.tsx'
import { Main } from '../../shell/main.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { partAddress, type Place } from './place.ts'

/** Whether the answer is that there is no such record, for this person or then. */
export function isNotThere(error: unknown): boolean {
  return error instanceof Problem && error.status === 404
}

/** There is no such record, or there was none on the day that was asked for. */
export function NotThere({ own, place }: { own: string; place: Place }): JSX.Element {
  if (!place.asOf) return <NotFound />
  return (
    <Main size="sm">
      <Empty
        level={1}
        heading={t('supplier-record.notThen.heading', { date: dateText(place.asOf) })}
        actions={
          <a class="ds-button" data-variant="secondary" href={partAddress(own, { part: place.part })}>
            {t('supplier-record.now')}
          </a>
        }
      >
        <p>{t('supplier-record.notThen.text')}</p>
      </Empty>
    </Main>
  )
}
