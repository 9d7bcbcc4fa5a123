import type { JSX } from 'preact'
import { useNames } from '../../directory/names.ts'
import { TakenNotice } from '../../forms/taken-notice.tsx'
import { t } from '../../text/text.ts'
import { assetAddress, type AssetKind } from '../asset.ts'

interface Props {
  kind: AssetKind
  /** The asset that has the number. */
  id: string
  data: { [name: string]: unknown }
}

/** The serial or inventory number belongs to an asset that is there already. */
export function NumberTaken({ kind, id, data }: Props): JSX.Element {
  const name = useNames().record(id)
  const field = kind.name === 'medicalDevice' ? 'inventoryNumber' : 'serialNumber'
  const number = String(data[field] ?? '')
  return (
    <TakenNotice
      sentence={t(`asset-form.taken.${field}`, { number, name })}
      name={name}
      address={assetAddress(kind, id)}
    />
  )
}
