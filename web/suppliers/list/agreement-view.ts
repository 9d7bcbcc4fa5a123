import type { ListSpec, View } from '../../lists/view.ts'

const filters = {
  type: 'codes',
  state: 'codes',
  orgUnit: 'one',
  supplier: 'supplier',
  owner: 'person',
  waiting: 'codes',
  renewal: 'codes',
  dueBefore: 'before',
  noticeBefore: 'before',
  objectionBefore: 'before',
  followUpBefore: 'before',
  reassessmentBefore: 'before',
} as const

export type AgreementFilter = keyof typeof filters

export const agreementColumns = [
  'number',
  'name',
  'type',
  'supplier',
  'controllers',
  'status',
  'validTo',
  'notice',
  'owner',
  'followUp',
  'findings',
  'diaryNumber',
  'updatedAt',
] as const

export type AgreementColumn = (typeof agreementColumns)[number]

export type AgreementView = View<AgreementFilter, AgreementColumn>

/** Agreements as a list. */
export const agreementList: ListSpec<AgreementFilter, AgreementColumn> = {
  path: '/avtal',
  api: '/api/agreements',
  words: 'suppliers.agreement',
  filters,
  columns: agreementColumns,
  usual: ['number', 'name', 'type', 'supplier', 'controllers', 'status', 'validTo', 'notice', 'findings'],
}
