import { hasText, t } from '../text/text.ts'

/** A code of a supplier's or an agreement's field in words; needs the topic `supplier-vocabulary`. */
export function supplierCode(vocabulary: string, code: string): string {
  const key = `supplier-vocabulary.${vocabulary}.${code}`
  return hasText(key) ? t(key) : code
}
