import { hasText, t } from '../text/text.ts'
import type { Entry } from './fold.ts'

/** What somebody did, in words; a step for two people reads otherwise when it is proposed than when it is confirmed. */
export function didText({ editorial, transition, state }: Pick<Entry, 'editorial' | 'transition' | 'state'>): string {
  const key = `record.history.did.${editorial ? 'editorial' : didKey(transition, state)}`
  return t(hasText(key) ? key : 'record.history.did.saved')
}

function didKey(transition: string | undefined, state: string): string {
  if (transition === 'refuse' && state === 'notRegistrable') return 'refused'
  if (transition === 'end' && state !== 'ended') return 'endProposed'
  return transition ?? 'saved'
}
