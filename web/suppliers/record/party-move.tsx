import type { JSX } from 'preact'
import { code, date, type Field, group, reference, text } from '../../../functions/fields/field.ts'
import { subProcessorField } from '../../../functions/suppliers/fields/agreement.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { MoveDialog } from '../../forms/move-dialog.tsx'
import { hasText, t } from '../../text/text.ts'
import { agreementAddress } from '../agreement.ts'
import type { Party } from '../fields.ts'
import { supplierAddress } from '../supplier.ts'

interface Props {
  party: Party
  record: { id: string; revision: number; data: { name: string } & object }
  transition: string
  /** What stands in the fields from the start. */
  start?: { [name: string]: unknown }
  /** Sent beside what is filled in: which sub-processors, which changes. */
  always?: { [name: string]: unknown }
  /** Instead of the verb and the record's name. */
  heading?: string
  /** Said before the fields. */
  about?: string
  onClose: () => void
  onDone: () => void
}

const listed = ['name', 'country', 'countries', 'parentName', 'task', 'mechanism']
const returned: readonly Field[] = [code('choice', 'dataReturn'), date('confirmedAt'), text('ref', 120)]

/** What each move asks for. */
const fieldsOf: { readonly [transition: string]: readonly Field[] } = {
  terminate: [date('terminationAt'), text('terminationReason', 500)],
  close: [group('dataReturn', returned)],
  confirmDataReturn: returned,
  renew: [date('validTo')],
  followUp: [date('performedAt'), date('nextFollowUpAt')],
  decideSubProcessor: [code('decision', 'subProcessorStatus'), date('date'), reference('riskAnalysisId')],
  assess: [reference('riskAnalysisId')],
  listSubProcessors: [
    date('date'),
    text('source', 300),
    { ...subProcessorField, fields: (subProcessorField.fields ?? []).filter(({ name }) => listed.includes(name)) },
  ],
}

/** Where the words of a move's fields stand, when not under their own names. */
const pathOf: { readonly [transition: string]: readonly string[] } = { confirmDataReturn: ['dataReturn'] }

const decisions = supplierVocabularies.subProcessorStatus.filter((status) => status !== 'proposed')

/** Asks what a move of a supplier or an agreement needs, and makes it. */
export function PartyMove({ party, record, transition, start, always, ...rest }: Props): JSX.Element {
  const { heading, about, onClose, onDone } = rest
  const asked = (fieldsOf[transition] ?? []).filter(({ type, name }) => type !== 'group' || name in (start ?? {}))
  const verb = t(`supplier-record.move.${transition}.verb`)
  const textKey = `supplier-record.move.${transition}.text`
  const address = party === 'supplier' ? supplierAddress : agreementAddress
  return (
    <MoveDialog
      words="supplier"
      vocabularies={{ ...supplierVocabularies, subProcessorStatus: decisions }}
      plural={party === 'supplier' ? 'suppliers' : 'agreements'}
      record={{ ...record, data: record.data as { [name: string]: unknown } }}
      transition={transition}
      verb={verb}
      heading={heading ?? t('forms.move.heading', { what: verb, name: record.data.name })}
      fields={asked}
      pathOf={({ name }) => [...(pathOf[transition] ?? []), name]}
      labelOf={({ name }) => {
        const key = `supplier-record.asked.${name}`
        return hasText(key) ? t(key) : undefined
      }}
      {...(start && { start })}
      {...(always && { always })}
      editAddress={address(record.id, 'andra')}
      onClose={onClose}
      onDone={onDone}
    >
      {hasText(textKey) && <p>{t(textKey)}</p>}
      {about && <p>{about}</p>}
    </MoveDialog>
  )
}
