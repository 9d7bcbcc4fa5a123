import { hasText, t } from '../text/text.ts'

/** A code of an asset's field in words; needs the topic `asset-vocabulary`. */
export function assetCode(vocabulary: string, code: string): string {
  const key = `asset-vocabulary.${vocabulary}.${code}`
  return hasText(key) ? t(key) : code
}
