import type { JSX } from 'preact'
import type { List } from '../../api/record.ts'
import { getJson } from '../../api/request.ts'
import { Empty } from '../../components/empty.tsx'
import { Icon } from '../../components/icon.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { t } from '../../text/text.ts'
import { assetAddress, assetKinds, kindOf, type AssetRow } from '../asset.ts'
import { Qr } from './qr.tsx'

const mostIds = 100

/** Labels to print and put on things: each leads a camera to the asset's page. */
export function LabelsPage({ query }: PageProps): JSX.Element {
  const ids = (query['id'] ?? '').split(',').filter(Boolean)
  const { data: rows, error, reload } = useLoad(ids.join(), () => readAssets(ids))
  useTitle([t('asset-work.labels.heading')])
  return (
    <Main size="sm">
      <div class="fk-row fk-noprint" data-end>
        <h1 class="fk-h1">{t('asset-work.labels.heading')}</h1>
        {ids.length > 0 && rows?.length !== 0 && (
          <button type="button" class="ds-button" data-variant="primary" onClick={() => print()}>
            <Icon name="print" />
            {t('asset-work.labels.print', { count: rows?.length ?? ids.length })}
          </button>
        )}
      </div>
      <p class="fk-prose fk-noprint">{t('asset-work.labels.text')}</p>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!rows && error === undefined && <Waiting lines={6} />}
      {rows?.length === 0 && (
        <Empty
          heading={t('asset-work.labels.none')}
          actions={
            <a class="ds-link" href="/tillgangar">
              {t('asset-work.toAssets')}
            </a>
          }
        >
          <p>{t('asset-work.labels.noneText')}</p>
        </Empty>
      )}
      <ul class="fk-labels fk-plain">
        {rows?.map((row) => (
          <li key={row.id}>
            <Label row={row} />
          </li>
        ))}
      </ul>
    </Main>
  )
}

function Label({ row }: { row: AssetRow }): JSX.Element {
  const address = new URL(assetAddress(kindOf(row.kind), row.id), location.origin).href
  const { name = '', serialNumber, inventoryNumber } = row.data
  return (
    <div class="fk-label">
      <Qr text={address} label={t('asset-work.labels.code', { number: row.number ?? '' })} />
      <p>
        <b class="fk-label__number">{row.number}</b>
        {name}
        {(serialNumber ?? inventoryNumber) && <span class="fk-id">{serialNumber ?? inventoryNumber}</span>}
      </p>
    </div>
  )
}

/** The assets of some ids, in the order in which they were asked for. */
async function readAssets(ids: readonly string[]): Promise<AssetRow[]> {
  const prefixes: { [kind: string]: string } = { equipment: 'equ_', medicalDevice: 'med_', application: 'app_' }
  const lists = await Promise.all(
    assetKinds.flatMap((kind) => {
      const own = ids.filter((id) => id.startsWith(prefixes[kind.name] ?? '-'))
      const parts = Array.from({ length: Math.ceil(own.length / mostIds) }, (_, i) =>
        own.slice(i * mostIds, (i + 1) * mostIds),
      )
      return parts.map((part) => getJson<List<AssetRow>>(`/api/${kind.plural}?id=${part.join(',')}`))
    }),
  )
  const known = new Map(lists.flatMap(({ items }) => items).map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}
