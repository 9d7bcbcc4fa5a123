import type { Markable } from '../../secrecy/marks.ts'
import { assetFieldLabel, fieldsOf } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'

/** The fields of an asset that may be marked as secret; those that always are so need no mark. */
export function markableAsset({ kind, record }: AssetDossier): Markable {
  const fields = fieldsOf(kind.name).filter(({ name, managed, secret }) => !managed && !secret && name !== 'name')
  return {
    plural: kind.plural,
    record,
    name: record.data.name ?? '',
    fields: [...fields.map(({ name }) => name), 'documents'],
    labelOf: assetFieldLabel,
    mayPropose: true,
  }
}
