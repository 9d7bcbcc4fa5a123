import { markableFields } from '../../../functions/suppliers/markable.ts'
import type { Full } from '../../api/record.ts'
import type { Markable } from '../../secrecy/marks.ts'
import { t } from '../../text/text.ts'
import { partyFieldLabel, type Party } from '../fields.ts'

/** The fields of a supplier or an agreement that may be marked as secret. */
export function markableParty(party: Party, record: Full<{ name: string }>): Markable {
  return {
    plural: party === 'supplier' ? 'suppliers' : 'agreements',
    record,
    name: record.data.name,
    fields: markableFields[party],
    labelOf: (field) => (field === 'documents' ? t('supplier-record.part.dokument') : partyFieldLabel(field)),
  }
}
