import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { Neighbourhood } from './neighbourhood.tsx'

/** Only the links. */
export function LinksPart({ record }: { record: ActivityRecord }): JSX.Element {
  return <Neighbourhood record={record} />
}
