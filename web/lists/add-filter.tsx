import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Option } from '../components/choice.tsx'
import { Menu } from '../components/menu.tsx'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { t } from '../text/text.ts'
import { FilterValues } from './filter-values.tsx'
import { chipNamesOf, pageSize, type ListSpec, type View } from './view.ts'

interface Props<F extends string, C extends string> {
  spec: ListSpec<F, C>
  view: View<F, C>
  optionsFor: (name: F) => Option[]
  onChange: (view: View<F, C>) => void
}

/** Which field, then which values; every choice is seen in the list at once. */
export function AddFilter<F extends string, C extends string>(props: Props<F, C>): JSX.Element {
  const { spec, view, onChange } = props
  const names = chipNamesOf(spec)
  const [chosen, setChosen] = useState<F | 'asOf'>(names[0]!)
  const options = names.map((name) => ({ value: name as string, label: t(`${spec.words}.filter.${name}`) }))
  return (
    <Menu label={t('lists.addFilter')} icon="plus" variant="chip" start>
      <div class="fk-stack">
        <Select
          label={t('lists.filterBy')}
          options={spec.asOf ? [...options, { value: 'asOf', label: t('lists.asOf') }] : options}
          value={chosen}
          onChange={(value) => setChosen(value as F | 'asOf')}
        />
        {chosen === 'asOf' ? (
          <TextInput
            type="date"
            label={t('lists.asOfLabel')}
            help={t('lists.asOfHelp')}
            value={view.asOf ?? ''}
            onInput={(asOf) => onChange({ ...view, asOf: asOf || undefined, show: pageSize })}
          />
        ) : (
          <FilterValues key={chosen} {...props} name={chosen} />
        )}
      </div>
    </Menu>
  )
}
