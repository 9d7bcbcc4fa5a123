import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Field } from '../components/field.tsx'
import { useNames } from '../directory/names.ts'
import { useLoad } from '../loading/use-load.ts'
import type { ActivityRow } from '../register/activity.ts'
import { t } from '../text/text.ts'

interface Props {
  label: string
  help?: string
  error?: string
  value: string
  onPick: (id: string) => void
}

/** Finds one registered activity by name or number. */
export function ActivityPicker({ label, help, error, value, onPick }: Props): JSX.Element {
  const [words, setWords] = useState('')
  const names = useNames()
  const query = words.trim()
  const found = useLoad(query.length > 1 ? query : undefined, () =>
    getJson<List<ActivityRow>>(`/api/activities?q=${encodeURIComponent(query)}&limit=6`),
  )
  return (
    <div class="fk-stack">
      <Field label={label} help={help} error={error}>
        {(control) => (
          <input
            {...control}
            class="ds-input"
            type="search"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <div role="status" class="fk-small">
        {value ? t('moves.picked', { name: names.record(value) }) : t('moves.notPicked')}
      </div>
      <ul class="fk-plain" data-gap>
        {(found.data?.items ?? []).map((row) => (
          <li key={row.id}>
            <button type="button" class="fk-linklike" onClick={() => onPick(row.id)}>
              {[row.number, row.data.name].filter(Boolean).join(' ')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
