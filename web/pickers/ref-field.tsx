import type { RefKind } from '../../functions/fields/field.ts'
import { useNames } from '../directory/names.ts'
import type { Unit } from '../directory/org-units.ts'
import { describedBy, Labelled, type FieldText } from '../fields/described.tsx'
import { elementId } from '../notification/pointer.ts'
import { Combobox } from './combobox.tsx'
import { findPicks } from './pick.ts'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  kind: RefKind
  units: readonly Unit[]
  only?: (unit: Unit) => boolean
  value: string | undefined
  /** What stands there when nothing was chosen but a name was written. */
  written?: string
  onChange: (id: string | undefined) => void
  onFreeText?: (text: string) => void
}

/** One person, unit or record, found by typing. */
export function RefField({ pointer, text, main, kind, units, only, value, written, onChange, onFreeText }: Props) {
  const names = useNames()
  const name = kind === 'person' ? names.person(value) : kind === 'orgUnit' ? names.unit(value) : names.record(value)
  return (
    <Labelled pointer={pointer} text={text} main={main}>
      <Combobox
        id={elementId(pointer)}
        find={findPicks(kind, units, only)}
        shown={value ? name : (written ?? '')}
        onPick={(pick) => onChange(pick.id)}
        onClear={() => onChange(undefined)}
        {...(onFreeText ? { onFreeText } : {})}
        describedBy={describedBy(pointer, text)}
      />
    </Labelled>
  )
}
