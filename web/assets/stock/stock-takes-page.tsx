import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { freshId } from '../../api/clock.ts'
import { createRecord } from '../../api/records.ts'
import { Table } from '../../components/table.tsx'
import { useNames, withNames } from '../../directory/names.ts'
import { orgUnits } from '../../directory/org-units.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { RefField } from '../../pickers/ref-field.tsx'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { momentText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { readStockTakes } from './stock-take.ts'

/** Walks through units with the inventory in hand: those begun, and a new one. */
export function StockTakesPage(): JSX.Element {
  useTitle([t('asset-work.stock.heading')])
  const { route } = useLocation()
  const names = useNames()
  const { data: units = [] } = useLoad('units', orgUnits)
  const takes = useLoad('stock-takes', () => withNames(readStockTakes()))
  const [unit, setUnit] = useState<string>()
  const [error, setError] = useState<string>()
  const [key] = useState(freshId)
  const begin = async (): Promise<void> => {
    if (!unit) return setError(t('asset-work.stock.needUnit'))
    try {
      const made = await createRecord('stock-takes', { orgUnitId: unit }, key)
      route(`/tillgangar/inventering/${made.id}`)
    } catch {
      setError(t('asset-work.stock.notYours'))
    }
  }
  return (
    <Main size="sm">
      <h1 class="fk-h1">{t('asset-work.stock.heading')}</h1>
      <p class="fk-prose">{t('asset-work.stock.text')}</p>
      <form
        class="fk-stack fk-narrow fk-mt"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <RefField
          pointer="/unit"
          text={{ label: t('asset-work.stock.unit'), ...(error ? { error } : {}) }}
          kind="orgUnit"
          units={units}
          value={unit}
          onChange={setUnit}
        />
        <div>
          <button type="submit" class="ds-button" data-variant="primary">
            {t('asset-work.stock.begin')}
          </button>
        </div>
      </form>
      <section class="fk-sec" aria-labelledby="paborjade">
        <header>
          <h2 class="fk-h2" id="paborjade">
            {t('asset-work.stock.earlier')}
          </h2>
        </header>
        {takes.error !== undefined && <Trouble error={takes.error} retry={takes.reload} />}
        {takes.data?.length === 0 && <p class="fk-dim">{t('asset-work.stock.none')}</p>}
        {takes.data && takes.data.length > 0 && (
          <Table
            caption={t('asset-work.stock.earlier')}
            flush
            rows={takes.data}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'unit',
                label: t('asset-work.stock.unit'),
                head: true,
                cell: ({ id, data }) => (
                  <a class="fk-rec" href={`/tillgangar/inventering/${id}`}>
                    {names.unit(data.orgUnitId)}
                  </a>
                ),
              },
              { id: 'by', label: t('asset-work.stock.by'), cell: ({ createdBy }) => names.person(createdBy) },
              { id: 'at', label: t('asset-work.stock.at'), cell: ({ updatedAt }) => momentText(updatedAt) },
              { id: 'state', label: t('asset-work.stock.state'), cell: ({ state }) => t(`asset-work.stock.${state}`) },
            ]}
          />
        )}
      </section>
    </Main>
  )
}
