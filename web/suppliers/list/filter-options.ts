import { agreementStates } from '../../../functions/suppliers/states.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import type { Option } from '../../components/choice.tsx'
import { treeRows, type Unit } from '../../directory/org-units.ts'
import { countries, countryName } from '../../fields/countries.ts'
import { language, t } from '../../text/text.ts'
import { supplierCode } from '../words.ts'
import type { AgreementFilter } from './agreement-view.ts'
import type { SupplierFilter } from './supplier-view.ts'

const noBreak = '\u00a0\u00a0\u00a0'

/** What one may choose in a filter of suppliers; a day or a person has no list. */
export function supplierOptions(name: SupplierFilter): Option[] {
  switch (name) {
    case 'state':
      return ['active', 'ended'].map((value) => ({ value, label: t(`suppliers.supplier.state.${value}`) }))
    case 'category':
    case 'criticality':
      return coded(name)
    case 'country':
      return countries
        .map((value) => ({ value, label: countryName(value) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language()))
    default:
      return []
  }
}

/** What one may choose in a filter of agreements. */
export function agreementOptions(name: AgreementFilter, units: readonly Unit[]): Option[] {
  switch (name) {
    case 'state':
      return agreementStates.map((value) => ({ value, label: supplierCode('agreementStatus', value) }))
    case 'type':
      return coded('agreementType')
    case 'renewal':
      return coded('renewal')
    case 'waiting':
      return ['checklist', 'subProcessor', 'reassessment'].map((value) => ({
        value,
        label: t(`suppliers.agreement.waiting.${value}`),
      }))
    case 'orgUnit':
      return treeRows(units).map(({ unit, depth }) => ({
        value: unit.id,
        label: noBreak.repeat(depth) + unit.data.name,
      }))
    default:
      return []
  }
}

function coded(vocabulary: keyof typeof supplierVocabularies): Option[] {
  return supplierVocabularies[vocabulary].map((value) => ({ value, label: supplierCode(vocabulary, value) }))
}
