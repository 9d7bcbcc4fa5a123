import type { JSX } from 'preact'
import type { RefKind } from '../../functions/fields/field.ts'
import { Field } from '../components/field.tsx'
import { useNames } from '../directory/names.ts'
import { orgUnits } from '../directory/org-units.ts'
import { useLoad } from '../loading/use-load.ts'
import { Combobox } from './combobox.tsx'
import { findPicks } from './pick.ts'

interface Props {
  label: string
  help?: string
  error?: string
  kind: Exclude<RefKind, 'orgUnit'>
  /** Id of what is chosen; empty when nothing is. */
  value: string
  onPick: (id: string) => void
}

/** One person or record in a dialog, found by typing. */
export function RecordPicker({ label, help, error, kind, value, onPick }: Props): JSX.Element {
  const names = useNames()
  const { data: units = [] } = useLoad('units', orgUnits)
  const name = kind === 'person' ? names.person(value) : names.record(value)
  return (
    <Field label={label} help={help} error={error}>
      {({ id, ...describedBy }) => (
        <Combobox
          id={id}
          find={findPicks(kind, units)}
          shown={value ? name : ''}
          onPick={(pick) => onPick(pick.id)}
          onClear={() => onPick('')}
          describedBy={describedBy as { 'aria-describedby'?: string; 'aria-invalid'?: true }}
        />
      )}
    </Field>
  )
}
