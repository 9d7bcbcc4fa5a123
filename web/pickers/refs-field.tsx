import type { RefKind } from '../../functions/fields/field.ts'
import { useNames } from '../directory/names.ts'
import type { Unit } from '../directory/org-units.ts'
import { describedBy, Labelled, type FieldText } from '../fields/described.tsx'
import { elementId } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { Combobox } from './combobox.tsx'
import { findPicks } from './pick.ts'
import { PickedList } from './picked-list.tsx'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  kind: RefKind
  units: readonly Unit[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** Names that are not in the list but were written. */
  written?: readonly string[]
  onWritten?: (names: string[]) => void
}

/** Several records, found by typing; what is not in the list may be written with its name. */
export function RefsField({ pointer, text, main, kind, units, value, onChange, written = [], onWritten }: Props) {
  const names = useNames()
  const find = findPicks(kind, units)
  return (
    <Labelled pointer={pointer} text={text} main={main}>
      <PickedList
        items={[
          ...value.map((id) => ({ id, name: names.record(id) })),
          ...written.map((name) => ({ id: name, name, note: t('parts.picker.unlisted') })),
        ]}
        onRemove={(id) => {
          if (value.includes(id)) onChange(value.filter((other) => other !== id))
          else onWritten?.(written.filter((other) => other !== id))
        }}
      />
      <Combobox
        id={elementId(pointer)}
        find={async (words, signal) => (await find(words, signal)).filter((pick) => !value.includes(pick.id))}
        shown=""
        onPick={(pick) => onChange([...value, pick.id])}
        {...(onWritten ? { onFreeText: (name: string) => onWritten([...new Set([...written, name])]) } : {})}
        describedBy={describedBy(pointer, text)}
      />
    </Labelled>
  )
}
