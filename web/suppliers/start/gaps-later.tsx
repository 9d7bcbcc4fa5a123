import type { JSX } from 'preact'
import { PartLater } from '../../loading/later.tsx'

const load = () => import('./gaps.tsx').then((module) => module.Gaps)

/** What is not covered by a PUB-avtal, fetched only for those whose start page shows it. */
export function GapsLater(): JSX.Element {
  return <PartLater part="gaps" load={load} topics={['supplier-start']} />
}
