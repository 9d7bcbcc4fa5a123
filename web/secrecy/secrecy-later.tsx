import type { JSX } from 'preact'
import { PartLater } from '../loading/later.tsx'
import { marksOf } from './marks.ts'
import type { SecrecyPart, SecrecyProps } from './secrecy-part.tsx'

const topics = ['secrecy'] as const
const load = (): Promise<typeof SecrecyPart> => import('./secrecy-part.tsx').then((module) => module.SecrecyPart)

/** A record's marks of secrecy and what is proposed of them, read when it has any: few do. */
export function SecrecyLater(props: SecrecyProps): JSX.Element | null {
  const { record } = props.subject
  if (marksOf(record).length === 0 && !record.proposed) return null
  return <PartLater<SecrecyProps> part="sekretess" load={load} topics={topics} {...props} />
}
