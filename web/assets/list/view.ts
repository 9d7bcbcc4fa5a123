import type { ListSpec, View } from '../../lists/view.ts'

const filters = {
  state: 'codes',
  orgUnit: 'one',
  type: 'codes',
  responsible: 'person',
  connected: 'codes',
  personalData: 'codes',
  supportEnded: 'before',
  maintenanceBefore: 'before',
  classification: 'codes',
  severity: 'codes',
  source: 'codes',
  notVerifiedSince: 'before',
  waiting: 'codes',
  kind: 'codes',
} as const

export type AssetFilter = keyof typeof filters

export const assetColumns = [
  'number',
  'name',
  'type',
  'serial',
  'unit',
  'state',
  'personalData',
  'seen',
  'findings',
  'manufacturer',
  'model',
  'inventory',
  'responsible',
  'connected',
  'supportEnds',
  'verified',
  'updatedAt',
] as const

export type AssetColumn = (typeof assetColumns)[number]

export type AssetView = View<AssetFilter, AssetColumn>

/** The inventory as a list: all kinds, or one that the filter `kind` names. */
export const assetList: ListSpec<AssetFilter, AssetColumn> = {
  path: '/tillgangar',
  api: '/api/assets',
  words: 'assets',
  filters,
  apart: ['kind'],
  columns: assetColumns,
  usual: ['number', 'name', 'serial', 'unit', 'state', 'personalData', 'seen', 'findings'],
}
