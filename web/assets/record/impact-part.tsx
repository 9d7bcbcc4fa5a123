import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { getJson } from '../../api/request.ts'
import { StateTag } from '../../components/state-tag.tsx'
import { Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { recordAddress } from '../../router/record-address.ts'
import { t } from '../../text/text.ts'
import type { AssetKind } from '../asset.ts'

interface Affected {
  kind: string
  id: string
  number?: string
  name?: string
  state: string
  /** What it hangs on: that record, by that relation. */
  via?: { id: string; rel: string }
  /** Steps from what stops. */
  depth: number
}

/** Everything that stops or suffers if this stops, step by step; asked for when somebody wants to know. */
export function ImpactPart({ kind, id, name }: { kind: AssetKind; id: string; name: string }): JSX.Element {
  const [asked, setAsked] = useState(false)
  const { data, error, loading, reload } = useLoad(asked ? id : undefined, () =>
    getJson<{ items: Affected[]; more: boolean }>(`/api/${kind.plural}/${id}/impact`),
  )
  const items = data?.items
  const nameOf = (of: string): string => (of === id ? name : (items?.find((item) => item.id === of)?.name ?? ''))
  return (
    <section class="fk-sec" aria-labelledby="paverkan">
      <header>
        <h2 class="fk-h2" id="paverkan">
          {t('asset-record.impact.heading', { name })}
        </h2>
      </header>
      {!asked && (
        <>
          <p class="fk-prose">{t('asset-record.impact.text')}</p>
          <p class="fk-mt">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsked(true)}>
              {t('asset-record.impact.show')}
            </button>
          </p>
        </>
      )}
      {loading && <Waiting lines={4} />}
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {items?.length === 0 && <p>{t('asset-record.impact.none')}</p>}
      {items && items.length > 0 && (
        <Table
          caption={t('asset-record.impact.heading', { name })}
          flush
          rows={items}
          rowKey={(item) => item.id}
          columns={[
            {
              id: 'name',
              label: t('asset-record.links.name'),
              head: true,
              cell: (item) => (
                <a class="fk-rec" href={recordAddress(item.kind, item.id)}>
                  {item.name ?? item.number ?? item.id}
                </a>
              ),
            },
            { id: 'number', label: t('asset-record.fact.number'), num: true, cell: (item) => item.number ?? '–' },
            { id: 'kind', label: t('asset-record.links.kind'), cell: (item) => t(`asset-record.kind.${item.kind}`) },
            { id: 'state', label: t('asset-record.fact.state'), cell: (item) => <StateTag state={item.state} /> },
            {
              id: 'how',
              label: t('asset-record.impact.how'),
              cell: ({ depth, via }) =>
                depth <= 1 || !via
                  ? t('asset-record.impact.direct')
                  : t('asset-record.impact.via', { name: nameOf(via.id) }),
            },
          ]}
        />
      )}
      {data?.more && <p class="fk-small fk-mt">{t('asset-record.impact.more')}</p>}
    </section>
  )
}
