import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Waiting } from '../../components/waiting.tsx'
import type { AssetDossier } from './dossier.ts'

interface Props {
  dossier: AssetDossier
  onChange: () => void
}

export type LaterPart = 'samband' | 'historik' | 'kommentarer'

const parts: { [part in LaterPart]: () => Promise<FunctionComponent<Props>> } = {
  samband: () => import('./asset-links.tsx').then((module) => module.AssetLinks),
  historik: () => import('./asset-history.tsx').then((module) => module.AssetHistory),
  kommentarer: () => import('./comments-of.tsx').then((module) => module.CommentsOf),
}

/** A part of the record that is read when its tab is chosen. */
export function PartLater({ part, ...props }: Props & { part: LaterPart }): JSX.Element {
  const [shown, setShown] = useState<{ part: LaterPart; component: FunctionComponent<Props> }>()
  useEffect(() => {
    let dropped = false
    void parts[part]().then((component) => !dropped && setShown({ part, component }))
    return () => {
      dropped = true
    }
  }, [part])
  if (shown?.part !== part) return <Waiting lines={6} />
  const Part = shown.component
  return <Part {...props} />
}
