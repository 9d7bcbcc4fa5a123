import type { JSX } from 'preact'
import { useNames } from '../../directory/names.ts'
import { TakenNotice } from '../../forms/taken-notice.tsx'
import { t } from '../../text/text.ts'
import { supplierAddress } from '../supplier.ts'

interface Props {
  id: string
  data: { [name: string]: unknown }
  /** Takes the one that is there. */
  onPick: ((id: string) => void) | undefined
}

/** The number belongs to a supplier that is there already. */
export function NumberTaken({ id, data, onPick }: Props): JSX.Element {
  const name = useNames().record(id)
  const number = String(data['orgNumber'] ?? data['personalNumber'] ?? '')
  return (
    <TakenNotice sentence={t('supplier-form.numberTaken', { number, name })} name={name} address={supplierAddress(id)}>
      {onPick && (
        <>
          {' '}
          <button type="button" class="fk-linklike" onClick={() => onPick(id)}>
            {t('supplier-form.named.pick')}
          </button>
        </>
      )}
    </TakenNotice>
  )
}
