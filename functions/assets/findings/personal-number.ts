import { findNationalIds } from '../../processing/national-id.ts'
import { assetSections } from '../sections.ts'
import { type AssetRule, allAssets, type AssetHit } from './rule.ts'
import { assetStates } from '../states.ts'

/** Free text in which a personal number may have been written by mistake; identifiers look like them and are never scanned. */
const scanned = new Set(
  Object.values(assetSections)
    .flatMap((sections) => sections.flatMap(({ fields }) => fields))
    .filter(({ type, identifier, managed }) => (type === 'text' || type === 'longText') && !identifier && !managed)
    .map(({ name }) => name),
)

/** A personal number in free text: a warning, since an asset is saved all the same (domain model 10.11). */
export const personalNumberRule: AssetRule = {
  id: 'GO-05',
  source: 'DSF 5.1 c',
  kinds: allAssets,
  states: assetStates,
  test: ({ data }) =>
    Object.keys(data).flatMap((field): AssetHit[] => {
      if (!scanned.has(field)) return []
      const value = (data as { [field: string]: unknown })[field]
      const texts: unknown[] = Array.isArray(value) ? value : [value]
      const found = texts.some((text) => typeof text === 'string' && findNationalIds(text).length > 0)
      return found ? [{ severity: 'H', pointer: `/${field}` }] : []
    }),
}
