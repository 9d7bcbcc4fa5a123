import type { JSX } from 'preact'
import { Counts } from '../../components/counts.tsx'
import { Table } from '../../components/table.tsx'
import { useNames, type Names } from '../../directory/names.ts'
import { t } from '../../text/text.ts'
import { recordAddress } from '../../router/record-address.ts'
import { kindOf } from '../asset.ts'
import { assetFieldLabel, assetFieldText } from '../fields.ts'
import type { BulkItem, BulkResult } from './bulk-api.ts'

/** What a change does: counts, the first records field by field, and those that it cannot be made to, with why. */
export function BulkPreview({ result }: { result: BulkResult }): JSX.Element {
  const names = useNames()
  const { counts, items, refused } = result
  return (
    <>
      <section class="fk-sec" data-first aria-labelledby="hander">
        <header>
          <h2 class="fk-h2" id="hander">
            {t('assets.bulk.happens')}
          </h2>
        </header>
        <Counts
          counts={[
            { tone: 'changed', count: counts.changed, label: t('assets.bulk.changed') },
            { tone: 'same', count: counts.unchanged, label: t('assets.bulk.unchanged') },
            { tone: 'wrong', count: counts.refused, label: t('assets.bulk.refused') },
          ]}
        />
      </section>
      {items.length > 0 && (
        <section class="fk-sec" aria-labelledby="andras">
          <header>
            <h2 class="fk-h2" id="andras">
              {t(items.length < counts.changed ? 'assets.bulk.firstChanges' : 'assets.bulk.changes', {
                count: items.length,
              })}
            </h2>
          </header>
          <Table
            caption={t('assets.bulk.changes')}
            flush
            rows={items}
            rowKey={(item) => item.id}
            columns={[
              { id: 'name', label: t('assets.bulk.asset'), head: true, cell: (item) => <ItemName item={item} /> },
              {
                id: 'from',
                label: t('assets.bulk.before'),
                cell: (item) => <Changes item={item} names={names} from />,
              },
              { id: 'to', label: t('assets.bulk.after'), cell: (item) => <Changes item={item} names={names} /> },
            ]}
          />
        </section>
      )}
      {refused.length > 0 && (
        <section class="fk-sec" aria-labelledby="gar-inte">
          <header>
            <h2 class="fk-h2" id="gar-inte">
              {t('assets.bulk.refusedHeading')} <span class="fk-count">{counts.refused}</span>
            </h2>
          </header>
          <Table
            caption={t('assets.bulk.refusedHeading')}
            flush
            rows={refused}
            rowKey={(item) => item.id}
            columns={[
              { id: 'name', label: t('assets.bulk.asset'), head: true, cell: (item) => <ItemName item={item} /> },
              { id: 'why', label: t('assets.bulk.why'), cell: (item) => item.detail ?? t('assets.bulk.noReason') },
            ]}
          />
        </section>
      )}
    </>
  )
}

function ItemName({ item }: { item: BulkItem }): JSX.Element {
  return (
    <>
      <a class="fk-rec" href={recordAddress(item.kind, item.id)}>
        {item.name ?? item.id}
      </a>
      {item.number && <span class="fk-small fk-dim fk-num"> {item.number}</span>}
    </>
  )
}

function Changes({ item, names, from }: { item: BulkItem; names: Names; from?: boolean }): JSX.Element {
  return (
    <>
      {(item.changes ?? []).map(({ pointer, ...values }) => {
        const name = pointer.split('/')[1] ?? ''
        const value = from ? values.from : values.to
        const text = name === 'state' ? stateText(value) : assetFieldText(kindOf(item.kind).name, name, value, names)
        return (
          <p key={pointer}>
            <span class="fk-dim fk-small">{name === 'state' ? t('assets.column.state') : assetFieldLabel(name)}: </span>
            {from ? <del>{text}</del> : <ins>{text}</ins>}
          </p>
        )
      })}
    </>
  )
}

function stateText(state: unknown): string {
  return typeof state === 'string' ? t(`parts.state.${state}`) : ''
}
