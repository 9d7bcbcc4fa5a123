import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { now } from '../../api/clock.ts'
import type { List } from '../../api/record.ts'
import { allPages } from '../../api/all-pages.ts'
import { Problem } from '../../api/problem.ts'
import { Table } from '../../components/table.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNames, withNames } from '../../directory/names.ts'
import { isDate } from '../../fields/date-text.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { recordAddress } from '../../router/record-address.ts'
import { dateText, dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementPartProps } from './agreement-parts.ts'

interface Loss {
  kind: string
  id: string
  number?: string
  name: string
  controllerOrgUnitId?: string
  reason: string
}

/** What stops being lawful if the agreement ends on a chosen day. */
export function Losses({ dossier: { record } }: AgreementPartProps): JSX.Element {
  const names = useNames()
  const [day, setDay] = useState(record.lastDay ?? dayOf(now()))
  const address = `/api/agreements/${record.id}/impact?endsOn=${day}&limit=200`
  const { data, error, reload } = useLoad(isDate(day) ? address : undefined, () =>
    withNames(allPages<List<Loss>['items'][number]>(address)),
  )
  return (
    <section class="fk-sec" data-first aria-labelledby="slut">
      <header>
        <h2 class="fk-h2" id="slut">
          {t('supplier-parts.losses.heading')}
        </h2>
      </header>
      <div class="fk-narrow">
        <TextInput type="date" label={t('supplier-parts.losses.day')} value={day} onInput={setDay} />
      </div>
      {error instanceof Problem && error.status === 403 && (
        <p class="fk-dim fk-mt">{t('supplier-record.usesHidden')}</p>
      )}
      {error !== undefined && !(error instanceof Problem && error.status === 403) && (
        <Trouble error={error} retry={reload} />
      )}
      {isDate(day) && !data && error === undefined && <Waiting lines={3} />}
      {data && (
        <div class="fk-mt" aria-live="polite">
          <p class="fk-lead">
            {data.length === 0
              ? t('supplier-parts.losses.none', { date: dateText(day) })
              : t('supplier-parts.losses.lead', { count: data.length, date: dateText(day) })}
          </p>
          {data.length > 0 && (
            <Table
              flush
              caption={t('supplier-parts.losses.heading')}
              rows={data}
              rowKey={({ id, controllerOrgUnitId }) => `${id} ${controllerOrgUnitId}`}
              columns={[
                {
                  id: 'name',
                  label: t('suppliers.coverage.use'),
                  head: true,
                  cell: ({ kind, id, name }) => (
                    <a class="fk-rec" href={recordAddress(kind, id)}>
                      {name}
                    </a>
                  ),
                },
                {
                  id: 'number',
                  label: t('supplier-record.fact.number'),
                  num: true,
                  cell: ({ number }) => number ?? '–',
                },
                {
                  id: 'controller',
                  label: t('suppliers.coverage.forUnit'),
                  cell: ({ controllerOrgUnitId }) => names.unit(controllerOrgUnitId) || '–',
                },
                { id: 'why', label: t('suppliers.coverage.why'), cell: ({ reason }) => reason },
              ]}
            />
          )}
        </div>
      )}
    </section>
  )
}
