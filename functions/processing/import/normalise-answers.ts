import type { ActivityData } from '../data.ts'
import type { Language } from './language.ts'
import { retentionOf } from './normalise-retention.ts'
import { saysNothing } from './segments.ts'
import { fold } from '../../intake/read/fold.ts'

/** Controller, jointly or processor, when the text says which. */
export function roleOf(text: string): ActivityData['registerRole'] {
  const folded = fold(text)
  if (/bitrade|processor|databehandler|sous-traitant|verwerker|encargad|encarregat/.test(folded)) return 'processor'
  if (/gemensam|joint|conjoint|faelles|fælles|felles|gezamenlijk|corresponsab/.test(folded)) return 'jointController'
  if (/ansvarig|controller|ansvarlig|verantwoordelijke|responsab/.test(folded)) return 'controller'
  return undefined
}

/** The band of a stated number of data subjects. */
export function volumeOf(text: string): ActivityData['volume'] {
  const digits = /\d[\d\s.,]*/.exec(text)?.[0].replaceAll(/\D/g, '')
  if (!digits) return undefined
  const count = Number(digits)
  const bands: [number, string][] = [[100, 'v1'], [1000, 'v2'], [10_000, 'v3'], [100_000, 'v4']] // prettier-ignore
  return bands.find(([below]) => count < below)?.[1] ?? 'v5'
}

/** `none` when the text denies automated decisions; "yes" leaves open whether they are full or support, so it is not coded. */
export function automatedOf(text: string): ActivityData['automatedDecisions'] {
  return text !== '' && saysNothing(text) ? 'none' : undefined
}

/** What happens in the end, where a column of its own says so. */
export function fateOf(text: string, language: Language) {
  return text === '' ? undefined : retentionOf(text, language)[0]?.action
}
