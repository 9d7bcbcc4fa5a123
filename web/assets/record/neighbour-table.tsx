import type { JSX } from 'preact'
import { Table } from '../../components/table.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { t } from '../../text/text.ts'
import type { Neighbour } from './neighbours.ts'

/** Neighbours in rows: which, of what kind, in which state, and which way the link goes. */
export function NeighbourTable({ neighbours }: { neighbours: readonly Neighbour[] }): JSX.Element {
  return (
    <div class="fk-mt-l">
      <Table
        caption={t('asset-record.links.heading')}
        flush
        rows={neighbours}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            label: t('asset-record.links.name'),
            head: true,
            cell: ({ name, href }) =>
              href ? (
                <a class="fk-rec" href={href}>
                  {name}
                </a>
              ) : (
                name
              ),
          },
          { id: 'number', label: t('asset-record.fact.number'), num: true, cell: ({ number }) => number ?? '–' },
          { id: 'kind', label: t('asset-record.links.kind'), cell: ({ kind }) => t(`asset-record.kind.${kind}`) },
          {
            id: 'state',
            label: t('asset-record.fact.state'),
            cell: ({ state, kind }) =>
              state && kind !== 'supplier' && kind !== 'agreement' ? <StateTag state={state} /> : '–',
          },
          {
            id: 'way',
            label: t('asset-record.links.direction'),
            cell: ({ incoming }) => t(`asset-record.links.${incoming ? 'usesThis' : 'usedByThis'}`),
          },
        ]}
      />
    </div>
  )
}
