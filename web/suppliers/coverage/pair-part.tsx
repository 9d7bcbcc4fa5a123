import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useNames } from '../../directory/names.ts'
import { useSession } from '../../shell/session.ts'
import { t } from '../../text/text.ts'
import { buys } from '../supplier.ts'
import type { Cell, Row } from './matrix.ts'
import { UseTable } from './use-table.tsx'

/** The uses of the chosen cell, with why each is covered or not, and the way to an agreement. */
export function PairPart({ row, column, cell }: { row: Row; column: string; cell: Cell }): JSX.Element {
  const names = useNames()
  const session = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [row.key, column])
  const title = t('suppliers.coverage.pair', {
    supplier: row.name,
    unit: column ? names.unit(column) : t('suppliers.coverage.noUnit'),
  })
  return (
    <section class="fk-sec" id="par" aria-labelledby="parh">
      <header>
        <h2 class="fk-h2" id="parh" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {buys(session) && row.supplierId && column && cell.status !== 'covered' && (
          <a
            class="ds-button fk-btn-s"
            data-variant="primary"
            href={`/avtal/ny?typ=pub&leverantor=${row.supplierId}&namnd=${column}`}
          >
            {t('suppliers.coverage.add')}
          </a>
        )}
      </header>
      <UseTable caption={title} uses={cell.uses} />
    </section>
  )
}
