import type { JSX } from 'preact'
import type { AgreementPartProps } from './agreement-parts.ts'
import { ListVersions } from './list-versions.tsx'
import { isPast } from './place.ts'
import { ReadList } from './read-list.tsx'
import { SubProcessors } from './sub-processors.tsx'

/** Everybody in the chain, and how the list has changed. */
export function ChainPart({ dossier: { record }, place, onChange }: AgreementPartProps): JSX.Element {
  return (
    <>
      <SubProcessors record={record} place={place} onChange={onChange} first />
      {record.allowed.includes('listSubProcessors') && !isPast(place) && (
        <ReadList record={record} onChange={onChange} />
      )}
      <ListVersions key={record.revision} id={record.id} />
    </>
  )
}
