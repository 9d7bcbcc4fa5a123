import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { now } from '../api/clock.ts'
import type { Option } from '../components/choice.tsx'
import { Menu } from '../components/menu.tsx'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { FilterChecks } from './filter-checks.tsx'
import { filterNames, pageSize, withFilter, type FilterName, type View } from './view.ts'

interface Props {
  view: View
  optionsFor: (name: FilterName) => Option[]
  onChange: (view: View) => void
}

type Choice = FilterName | 'asOf'

/** Which field, then which values; every choice is seen in the list at once. */
export function AddFilter({ view, optionsFor, onChange }: Props): JSX.Element {
  const [chosen, setChosen] = useState<Choice>('state')
  const names: readonly Choice[] = [...filterNames, 'asOf']
  return (
    <Menu label={t('register.addFilter')} icon="plus" variant="chip" start>
      <div class="fk-stack">
        <Select
          label={t('register.filterBy')}
          options={names.map((name) => ({ value: name, label: t(`register.filter.${name}`) }))}
          value={chosen}
          onChange={(value) => setChosen(value as Choice)}
        />
        {chosen === 'asOf' ? (
          <TextInput
            type="date"
            label={t('register.asOfLabel')}
            help={t('register.asOfHelp')}
            value={view.asOf ?? ''}
            onInput={(asOf) => onChange({ ...view, asOf: asOf || undefined, show: pageSize })}
          />
        ) : (
          <Values name={chosen} view={view} optionsFor={optionsFor} onChange={onChange} />
        )}
      </div>
    </Menu>
  )
}

function Values({ name, view, optionsFor, onChange }: Props & { name: FilterName }): JSX.Element {
  const values = view.filters[name] ?? []
  const set = (next: readonly string[]): void => onChange(withFilter(view, name, next))
  if (name === 'dueBefore') {
    return (
      <>
        <TextInput
          type="date"
          label={t('register.dueLabel')}
          value={values[0] ?? ''}
          onInput={(date) => set(date ? [date] : [])}
        />
        <div class="fk-row fk-tight">
          {[0, 30, 90].map((days) => (
            <button key={days} type="button" class="fk-linklike fk-small" onClick={() => set([dayAfter(days)])}>
              {t(days === 0 ? 'register.dueNow' : 'register.dueWithin', { count: days })}
            </button>
          ))}
        </div>
      </>
    )
  }
  if (name === 'orgUnit' || name === 'controller') {
    return (
      <Select
        label={t(`register.filter.${name}`)}
        help={name === 'orgUnit' ? t('register.unitHelp') : undefined}
        options={optionsFor(name)}
        none={t('register.any')}
        value={values[0] ?? ''}
        onChange={(id) => set(id ? [id] : [])}
      />
    )
  }
  return <FilterChecks label={t(`register.filter.${name}`)} options={optionsFor(name)} values={values} onChange={set} />
}

function dayAfter(days: number): string {
  return dayOf(new Date(now().getTime() + days * 86_400_000))
}
