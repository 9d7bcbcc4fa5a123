import type { JSX } from 'preact'
import { AsOfDialog } from '../../record/as-of-dialog.tsx'
import { partAddress, type Place } from './place.ts'

/** Chooses the day on which the page is shown. */
export function ChooseDay({ own, place, onClose }: { own: string; place: Place; onClose: () => void }): JSX.Element {
  return (
    <AsOfDialog
      asOf={place.asOf}
      addressOf={(asOf) => partAddress(own, { part: place.part, asOf })}
      onClose={onClose}
    />
  )
}
