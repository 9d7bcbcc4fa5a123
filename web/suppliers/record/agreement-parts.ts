import type { FunctionComponent } from 'preact'
import type { AgreementDossier } from './dossier.ts'
import type { Place } from './place.ts'

export interface AgreementPartProps {
  dossier: AgreementDossier
  place: Place
  onChange: () => void
}

type Load = () => Promise<FunctionComponent<AgreementPartProps>>

/** Parts of an agreement's page that are read when their tab is chosen. */
export const agreementPartsLater: { readonly [part: string]: Load } = {
  underbitraden: () => import('./chain-part.tsx').then((module) => module.ChainPart),
  dokument: () => import('./documents-part.tsx').then((module) => module.DocumentsPart),
  slut: () => import('./losses.tsx').then((module) => module.Losses),
  historik: () => import('./agreement-history.tsx').then((module) => module.AgreementHistory),
  kommentarer: () => import('./agreement-history.tsx').then((module) => module.AgreementComments),
}
