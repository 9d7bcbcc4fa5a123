import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Table } from '../../components/table.tsx'
import type { Names } from '../../directory/names.ts'
import { recordAddress } from '../../router/record-address.ts'
import { numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { Outcome, Stranger } from './stock-take.ts'

const lists = ['missing', 'found', 'unexpected'] as const

type Shown = (typeof lists)[number]

/** What is missing, found and unexpected, one at a time. */
export function OutcomeList({ outcome, names }: { outcome: Outcome; names: Names }): JSX.Element {
  const [shown, setShown] = useState<Shown>('missing')
  const rows: Stranger[] =
    shown === 'unexpected' ? outcome.unexpected : outcome[shown].map((asset) => ({ ...asset, code: asset.id }))
  return (
    <section class="fk-sec" aria-labelledby="utfall">
      <h2 class="ds-sr-only" id="utfall">
        {t('asset-work.stock.lists')}
      </h2>
      <div class="fk-tabs" role="group" aria-label={t('asset-work.stock.lists')}>
        {lists.map((name) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
            {t(`asset-work.stock.tab.${name}`)} <span class="fk-count">{numberText(outcome[name].length)}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 ? (
        <p class="fk-dim fk-mt-s">{t(`asset-work.stock.noneOf.${shown}`)}</p>
      ) : (
        <Table
          caption={t(`asset-work.stock.tab.${shown}`)}
          flush
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              id: 'name',
              label: t('asset-work.stock.asset'),
              head: true,
              cell: ({ id, kind, name, code }) =>
                id && kind ? (
                  <a class="fk-rec" href={recordAddress(kind, id)}>
                    {name}
                  </a>
                ) : (
                  <b>{code}</b>
                ),
            },
            { id: 'number', label: t('asset-work.stock.number'), num: true, cell: ({ number }) => number ?? '–' },
            {
              id: 'where',
              label: t('asset-work.stock.belongs'),
              cell: ({ id, orgUnitId }) =>
                shown !== 'unexpected'
                  ? t('asset-work.stock.here')
                  : id
                    ? names.unit(orgUnitId)
                    : t('asset-work.stock.unknown'),
            },
          ]}
        />
      )}
    </section>
  )
}
