import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useNames } from '../../directory/names.ts'
import { t } from '../../text/text.ts'
import { supplierAddress } from '../supplier.ts'

interface Props {
  id: string
  data: { [name: string]: unknown }
  /** Takes the one that is there. */
  onPick: ((id: string) => void) | undefined
}

/** The number belongs to a supplier that is there already: says which, and leads to it. */
export function NumberTaken({ id, data, onPick }: Props): JSX.Element {
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
        {onPick && (
          <>
            {' '}
            <button type="button" class="fk-linklike" onClick={() => onPick(id)}>
              {t('supplier-form.named.pick')}
            </button>
          </>
        )}
      </p>
    </div>
  )
}
