import type { Field, FieldSection } from '../../functions/fields/field.ts'
import { agreementSections } from '../../functions/suppliers/fields/agreement.ts'
import { supplierSections } from '../../functions/suppliers/fields/supplier.ts'
import { fieldLabel } from '../forms/form-words.ts'

/** A supplier or an agreement. */
export type Party = 'supplier' | 'agreement'

export const sectionsOf: { readonly [party in Party]: readonly FieldSection[] } = {
  supplier: supplierSections,
  agreement: agreementSections,
}

/** Every field of a kind in the order of its form. */
export function partyFields(party: Party): Field[] {
  return sectionsOf[party].flatMap(({ fields }) => fields)
}

/** What a field of a supplier or an agreement is called. */
export function partyFieldLabel(name: string): string {
  return fieldLabel('supplier', [name])
}
