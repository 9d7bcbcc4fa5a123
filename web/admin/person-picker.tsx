import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Envelope, List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Field } from '../components/field.tsx'
import { useNames } from '../directory/names.ts'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'

interface Props {
  label: string
  help?: string
  error?: string
  value: string
  onPick: (id: string) => void
}

/** Finds one person by name or user id. */
export function PersonPicker({ label, help, error, value, onPick }: Props): JSX.Element {
  const [words, setWords] = useState('')
  const names = useNames()
  const query = words.trim()
  const found = useLoad(query.length > 1 ? query : undefined, () =>
    getJson<List<Envelope<{ displayName: string; title?: string }>>>(
      `/api/people?q=${encodeURIComponent(query)}&limit=6`,
    ),
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
        {value ? t('admin.picked', { name: names.person(value) }) : t('admin.notPicked')}
      </div>
      <ul class="fk-plain" data-gap>
        {(found.data?.items ?? []).map((person) => (
          <li key={person.id}>
            <button type="button" class="fk-linklike" onClick={() => onPick(person.id)}>
              {[person.data.displayName, person.data.title].filter(Boolean).join(', ')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
