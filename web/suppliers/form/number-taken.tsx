import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useNames } from '../../directory/names.ts'
import { t } from '../../text/text.ts'
import { supplierAddress } from '../supplier.ts'

/** The number belongs to a supplier that is there already: says which, and leads to it. */
export function NumberTaken({ id, data }: { id: string; data: { [name: string]: unknown } }): JSX.Element {
  const names = useNames()
  const box = useRef<HTMLDivElement>(null)
  const number = String(data['orgNumber'] ?? data['personalNumber'] ?? '')
  useEffect(() => box.current?.focus(), [id, number])
  return (
    <div ref={box} class="ds-alert fk-mt" data-color="danger" role="alert" tabIndex={-1}>
      <p>{t('supplier-form.numberTaken', { number, name: names.record(id) })}</p>
      <p>
        <a class="ds-link" href={supplierAddress(id)}>
          {t('supplier-form.toOther', { name: names.record(id) })}
        </a>
      </p>
    </div>
  )
}
