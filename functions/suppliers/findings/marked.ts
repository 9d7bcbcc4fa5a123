import type { Finding } from '../../register/api.ts'
import { when } from './rule.ts'

/** Something is marked as secret, and no case in the diary says why (GO-06). */
export function undocumentedMarks({
  secrecyMarks = [],
  diaryNumber,
}: {
  secrecyMarks?: object[]
  diaryNumber?: string
}): Finding[] {
  return when(secrecyMarks.length > 0 && !diaryNumber, {
    rule: 'GO-06',
    severity: 'M',
    pointer: '/diaryNumber',
    source: 'OSL 5:1, 5:5',
  })
}
