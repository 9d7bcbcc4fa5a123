import type { JSX } from 'preact'
import { getJson } from '../../api/request.ts'
import { Icon } from '../../components/icon.tsx'
import { Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { coverageAddress } from '../coverage/coverage-view.ts'
import { type CoverageStatus, gravest } from '../coverage/coverage.ts'

interface Counted {
  counts: { [status in CoverageStatus]: number }
  /** There are more than were counted. */
  more: boolean
}

/** How many activities and systems lack a PUB-avtal that holds today, and why; each line leads to them. */
export function Gaps(): JSX.Element {
  const { data, error, reload } = useLoad('coverage-count', () => getJson<Counted>('/api/coverage/count'))
  const gaps = gravest.filter((status) => status !== 'covered' && data && data.counts[status] > 0)
  return (
    <section class="fk-sec" aria-labelledby="luckor">
      <header>
        <h2 class="fk-h2" id="luckor">
          {t('supplier-start.heading')}
        </h2>
        <a class="ds-link fk-small" href={coverageAddress({ gapsOnly: false })}>
          {t('supplier-start.all')}
        </a>
      </header>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={3} />}
      {data && gaps.length === 0 && (
        <p class="fk-ok">
          <Icon name="check" />
          {t('supplier-start.whole')}
        </p>
      )}
      {data && gaps.length > 0 && (
        <Table
          flush
          caption={t('supplier-start.heading')}
          rows={gaps}
          rowKey={(status) => status}
          columns={[
            {
              id: 'what',
              label: t('supplier-start.what'),
              head: true,
              cell: (status) => (
                <a class="fk-rec" href={coverageAddress({ gapsOnly: true })}>
                  {t(`supplier-start.gap.${status}`)}
                </a>
              ),
            },
            {
              id: 'count',
              label: t('supplier-start.count'),
              num: true,
              cell: (status) =>
                data.more
                  ? t('supplier-start.atLeast', { count: data.counts[status] })
                  : numberText(data.counts[status]),
            },
          ]}
        />
      )}
    </section>
  )
}
