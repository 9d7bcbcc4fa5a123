import type { JSX } from 'preact'
import type { Option } from '../components/choice.tsx'
import { useNames } from '../directory/names.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AddFilter } from './add-filter.tsx'
import { cleared, chipNamesOf, isNarrowed, withFilter, type ListSpec, type View } from './view.ts'

interface Props<F extends string, C extends string> {
  spec: ListSpec<F, C>
  view: View<F, C>
  optionsFor: (name: F) => Option[]
  onChange: (view: View<F, C>) => void
}

/** Chosen filters as chips that a press takes away, and a menu that adds one. Needs the topic `lists`. */
export function FilterChips<F extends string, C extends string>(props: Props<F, C>): JSX.Element {
  const { spec, view, optionsFor, onChange } = props
  const names = useNames()
  const chosen = chipNamesOf(spec).filter((name) => view.filters[name]?.length)
  const chipText = (name: F): string => {
    const options = optionsFor(name)
    const labels = (view.filters[name] ?? []).map((value) => {
      if (spec.filters[name] === 'before') return t('lists.before', { date: dateText(value) })
      if (spec.filters[name] === 'person') return names.person(value)
      if (spec.filters[name] === 'supplier') return names.record(value)
      return options.find((option) => option.value === value)?.label.trim() ?? value
    })
    return t('lists.chip', { name: t(`${spec.words}.filter.${name}`), value: labels.join(', ') })
  }
  return (
    <div class="fk-chips" role="group" aria-label={t('lists.filters')}>
      <span class="fk-dim">{t('lists.filterLead')}</span>
      {chosen.map((name) => (
        <button
          key={name}
          type="button"
          class="ds-chip"
          data-removable
          onClick={() => onChange(withFilter(view, name, []))}
        >
          {chipText(name)}
        </button>
      ))}
      {view.asOf && (
        <button type="button" class="ds-chip" data-removable onClick={() => onChange({ ...view, asOf: undefined })}>
          {t('lists.chip', { name: t('lists.asOf'), value: dateText(view.asOf) })}
        </button>
      )}
      <AddFilter {...props} />
      {isNarrowed(view, spec.apart) && (
        <button type="button" class="fk-linklike fk-small" onClick={() => onChange(cleared(spec, view))}>
          {t('lists.clear')}
        </button>
      )}
    </div>
  )
}
