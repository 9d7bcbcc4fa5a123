import type { JSX } from 'preact'
import { DialogLater } from '../../loading/later.tsx'
import { partAddress, type Place } from './place.ts'

const load = () => import('../../record/as-of-dialog.tsx').then((module) => module.AsOfDialog)

/** Chooses the day on which the page is shown. */
export function ChooseDay({ own, place, onClose }: { own: string; place: Place; onClose: () => void }): JSX.Element {
  return (
    <DialogLater
      part="asOf"
      load={load}
      asOf={place.asOf}
      addressOf={(asOf: string) => partAddress(own, { part: place.part, asOf })}
      onClose={onClose}
    />
  )
}
