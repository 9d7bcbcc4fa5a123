import type { JSX } from 'preact'
import { getJson } from '../../api/request.ts'
import { Icon } from '../../components/icon.tsx'
import { Table } from '../../components/table.tsx'
import { numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { coverageAddress } from '../coverage/coverage-view.ts'
import { type CoverageStatus, gravest } from '../coverage/gravest.ts'

export interface GapCounts {
  counts: { [status in CoverageStatus]: number }
  /** There are more than were counted. */
  more: boolean
}

/** How many uses of suppliers are covered today; none when it cannot be told now. */
export function readGaps(): Promise<GapCounts | undefined> {
  return getJson<GapCounts>('/api/coverage/count').catch(() => undefined)
}

/** How many activities and systems lack a PUB-avtal that holds today, and why; each line leads to them. */
export function Gaps({ gaps: { counts, more } }: { gaps: GapCounts }): JSX.Element {
  const found = gravest.filter((status) => status !== 'covered' && counts[status] > 0)
  return (
    <section class="fk-sec" aria-labelledby="luckor">
      <header>
        <h2 class="fk-h2" id="luckor">
          {t('start.gaps.heading')}
        </h2>
        <a class="ds-link fk-small" href={coverageAddress({ gapsOnly: false })}>
          {t('start.gaps.all')}
        </a>
      </header>
      {found.length === 0 ? (
        <p class="fk-ok">
          <Icon name="check" />
          {t('start.gaps.whole')}
        </p>
      ) : (
        <Table
          flush
          caption={t('start.gaps.heading')}
          rows={found}
          rowKey={(status) => status}
          columns={[
            {
              id: 'what',
              label: t('start.gaps.what'),
              head: true,
              cell: (status) => (
                <a class="fk-rec" href={coverageAddress({ gapsOnly: true })}>
                  {t(`start.gaps.gap.${status}`)}
                </a>
              ),
            },
            {
              id: 'count',
              label: t('start.gaps.count'),
              num: true,
              cell: (status) =>
                more ? t('start.gaps.atLeast', { count: counts[status] }) : numberText(counts[status]),
            },
          ]}
        />
      )}
    </section>
  )
}
