import type { JSX } from 'preact'
import { now } from '../api/clock.ts'
import type { Option } from '../components/choice.tsx'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { RefField } from '../pickers/ref-field.tsx'
import { dayOf } from '../text/format.ts'
import { hasText, t } from '../text/text.ts'
import { FilterChecks } from './filter-checks.tsx'
import { withFilter, type ListSpec, type View } from './view.ts'

interface Props<F extends string, C extends string> {
  spec: ListSpec<F, C>
  view: View<F, C>
  name: F
  optionsFor: (name: F) => Option[]
  onChange: (view: View<F, C>) => void
}

/** The values of one filter, chosen as its type asks for. */
export function FilterValues<F extends string, C extends string>(props: Props<F, C>): JSX.Element {
  const { spec, view, name, optionsFor, onChange } = props
  const label = t(`${spec.words}.filter.${name}`)
  const helpKey = `${spec.words}.filterHelp.${name}`
  const help = hasText(helpKey) ? t(helpKey) : undefined
  const values = view.filters[name] ?? []
  const set = (next: readonly string[]): void => onChange(withFilter(view, name, next))
  const setOne = (value: string | undefined): void => set(value ? [value] : [])
  switch (spec.filters[name]) {
    case 'before':
      return (
        <>
          <TextInput type="date" label={t('lists.beforeLabel')} help={help} value={values[0] ?? ''} onInput={setOne} />
          <div class="fk-row fk-tight">
            {[0, 30, 90].map((days) => (
              <button key={days} type="button" class="fk-linklike fk-small" onClick={() => setOne(dayAfter(days))}>
                {t(days === 0 ? 'lists.beforeToday' : 'lists.within', { count: days })}
              </button>
            ))}
          </div>
        </>
      )
    case 'one':
      return (
        <Select
          label={label}
          help={help}
          options={optionsFor(name)}
          none={t('lists.any')}
          value={values[0] ?? ''}
          onChange={setOne}
        />
      )
    case 'person':
    case 'supplier':
      return (
        <RefField
          pointer={`/filter-${name}`}
          text={{ label, ...(help ? { help } : {}) }}
          kind={spec.filters[name]}
          units={[]}
          value={values[0]}
          onChange={setOne}
        />
      )
    default:
      return <FilterChecks label={label} options={optionsFor(name)} values={values} onChange={set} />
  }
}

function dayAfter(days: number): string {
  return dayOf(new Date(now().getTime() + days * 86_400_000))
}
