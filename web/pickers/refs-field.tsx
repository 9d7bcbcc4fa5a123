import type { RefKind } from '../../functions/processing/question.ts'
import { useNames } from '../directory/names.ts'
import type { Unit } from '../directory/org-units.ts'
import { describedBy, Labelled, type FieldText } from '../fields/described.tsx'
import { elementId } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { Combobox } from './combobox.tsx'
import { findPicks } from './pick.ts'

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
      {(value.length > 0 || written.length > 0) && (
        <ul class="fk-picked">
          {value.map((id) => (
            <Picked key={id} name={names.record(id)} onRemove={() => onChange(value.filter((other) => other !== id))} />
          ))}
          {written.map((name) => (
            <Picked
              key={name}
              name={name}
              note={t('parts.picker.unlisted')}
              onRemove={() => onWritten?.(written.filter((other) => other !== name))}
            />
          ))}
        </ul>
      )}
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

function Picked({ name, note, onRemove }: { name: string; note?: string; onRemove: () => void }) {
  return (
    <li>
      <span>
        {name}
        {note && <small class="fk-dim"> {note}</small>}
      </span>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={onRemove}>
        {t('parts.remove')}
        <span class="ds-sr-only"> {name}</span>
      </button>
    </li>
  )
}
