import type { JSX } from 'preact'
import type { AgreementPartProps } from './agreement-parts.ts'
import { ListVersions } from './list-versions.tsx'
import { SubProcessors } from './sub-processors.tsx'

/** Everybody in the chain, and how the list has changed. */
export function ChainPart({ dossier: { record }, place, onChange }: AgreementPartProps): JSX.Element {
  return (
    <>
      <SubProcessors record={record} place={place} onChange={onChange} first />
      <ListVersions id={record.id} />
    </>
  )
}
