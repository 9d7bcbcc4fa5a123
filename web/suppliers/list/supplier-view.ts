import type { ListSpec, View } from '../../lists/view.ts'

const filters = {
  state: 'codes',
  category: 'codes',
  criticality: 'codes',
  country: 'one',
  owner: 'person',
  dueBefore: 'before',
  certificateBefore: 'before',
  reassessmentBefore: 'before',
} as const

export type SupplierFilter = keyof typeof filters

export const supplierColumns = [
  'number',
  'name',
  'orgNumber',
  'country',
  'category',
  'criticality',
  'owner',
  'followUp',
  'findings',
  'otherNames',
  'updatedAt',
] as const

export type SupplierColumn = (typeof supplierColumns)[number]

export type SupplierView = View<SupplierFilter, SupplierColumn>

/** Suppliers as a list. */
export const supplierList: ListSpec<SupplierFilter, SupplierColumn> = {
  path: '/leverantorer',
  api: '/api/suppliers',
  words: 'suppliers.supplier',
  filters,
  columns: supplierColumns,
  usual: ['number', 'name', 'orgNumber', 'country', 'category', 'criticality', 'owner', 'findings'],
}
