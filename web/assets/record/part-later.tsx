import type { FunctionComponent, JSX } from 'preact'
import { PartLater as Later } from '../../loading/later.tsx'
import type { AssetDossier } from './dossier.ts'
import type { Place } from './parts.ts'

interface Props {
  dossier: AssetDossier
  place: Place
  onChange: () => void
}

export type LaterPart = 'samband' | 'dokument' | 'historik' | 'kommentarer'

const parts: { [part in LaterPart]: () => Promise<FunctionComponent<Props>> } = {
  samband: () => import('./asset-links.tsx').then((module) => module.AssetLinks),
  dokument: () => import('./documents-of.tsx').then((module) => module.DocumentsOf),
  historik: () => import('./asset-history.tsx').then((module) => module.AssetHistory),
  kommentarer: () => import('./comments-of.tsx').then((module) => module.CommentsOf),
}

/** A part of the record that is read when its tab is chosen. */
export function PartLater({ part, ...props }: Props & { part: LaterPart }): JSX.Element {
  return <Later<Props> part={part} load={parts[part]} {...props} />
}
