import type { FunctionComponent, JSX } from 'preact'
import { PartLater } from '../loading/later.tsx'
import type { DocumentsProps } from './documents-section.tsx'

const load = (): Promise<FunctionComponent<DocumentsProps>> =>
  import('./documents-section.tsx').then((module) => module.DocumentsSection)

/** A record's files, read when they are to be shown, with the words for them. */
export function DocumentsLater(props: DocumentsProps): JSX.Element {
  return <PartLater<DocumentsProps> part="documents" load={load} topics={['documents']} {...props} />
}
