import type { JSX } from 'preact'
import { allPages } from '../../api/all-pages.ts'
import { Severities } from '../../components/severity.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { t } from '../../text/text.ts'
import { assetAddress, kindOf, type AssetRow } from '../asset.ts'

/** The systems that a person owns or answers for, those with the gravest findings first. */
export function OwnSystems({ personId }: { personId: string }): JSX.Element {
  const { data, error, reload } = useLoad(`systems ${personId}`, async () =>
    (await allPages<AssetRow>('/api/applications?limit=200'))
      .filter((row) => row.data.systemOwnerId === personId || row.data.responsiblePersonId === personId)
      .toSorted((a, b) => gravity(b) - gravity(a)),
  )
  return (
    <section class="fk-sec" aria-labelledby="dina-system">
      <header>
        <h2 class="fk-h2" id="dina-system">
          {t('asset-start.own')} {data && <span class="fk-count">{data.length}</span>}
        </h2>
      </header>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={4} />}
      {data?.length === 0 && <p class="fk-dim">{t('asset-start.noOwn')}</p>}
      {data && data.length > 0 && (
        <Table
          caption={t('asset-start.own')}
          flush
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              label: t('asset-start.system'),
              head: true,
              cell: (row) => (
                <a class="fk-rec" href={assetAddress(kindOf(row.kind), row.id)}>
                  {row.data.name}
                </a>
              ),
            },
            { id: 'number', label: t('asset-start.number'), num: true, cell: ({ number }) => number ?? '–' },
            { id: 'state', label: t('asset-start.state'), cell: ({ state }) => <StateTag state={state} /> },
            {
              id: 'findings',
              label: t('asset-start.findings'),
              cell: (row) => <Severities counts={row.data.findingCounts} />,
            },
          ]}
        />
      )}
    </section>
  )
}

function gravity({ data }: AssetRow): number {
  const { K = 0, H = 0, M = 0, L = 0 } = data.findingCounts ?? {}
  return ((K * 100 + H) * 100 + M) * 100 + L
}
