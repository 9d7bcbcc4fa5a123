import type { JSX } from 'preact'
import type { Option } from '../components/choice.tsx'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AddFilter } from './add-filter.tsx'
import { filterNames, isNarrowed, viewOf, withFilter, type FilterName, type View } from './view.ts'

interface Props {
  view: View
  optionsFor: (name: FilterName) => Option[]
  onChange: (view: View) => void
}

/** Chosen filters as chips that a press takes away, and a menu that adds one. */
export function FilterChips({ view, optionsFor, onChange }: Props): JSX.Element {
  const chosen = filterNames.filter((name) => view.filters[name]?.length)
  return (
    <div class="fk-chips" role="group" aria-label={t('register.filters')}>
      <span class="fk-dim">{t('register.filterLead')}</span>
      {chosen.map((name) => (
        <button
          key={name}
          type="button"
          class="ds-chip"
          data-removable
          onClick={() => onChange(withFilter(view, name, []))}
        >
          {chipText(name, view.filters[name] ?? [], optionsFor(name))}
        </button>
      ))}
      {view.asOf && (
        <button type="button" class="ds-chip" data-removable onClick={() => onChange({ ...view, asOf: undefined })}>
          {t('register.chip', { name: t('register.filter.asOf'), value: dateText(view.asOf) })}
        </button>
      )}
      <AddFilter view={view} optionsFor={optionsFor} onChange={onChange} />
      {isNarrowed(view) && (
        <button
          type="button"
          class="fk-linklike fk-small"
          onClick={() => onChange({ ...viewOf({}), columns: view.columns, sort: view.sort })}
        >
          {t('register.clear')}
        </button>
      )}
    </div>
  )
}

function chipText(name: FilterName, values: readonly string[], options: readonly Option[]): string {
  const labels = values.map((value) => {
    if (name === 'dueBefore') return t('register.before', { date: dateText(value) })
    return options.find((option) => option.value === value)?.label.trim() ?? value
  })
  return t('register.chip', { name: t(`register.filter.${name}`), value: labels.join(', ') })
}
