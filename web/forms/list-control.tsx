import type { JSX } from 'preact'
import type { Field } from '../../functions/fields/field.ts'
import { countries, countryName } from '../fields/countries.ts'
import { describedBy, Labelled, type FieldText } from '../fields/described.tsx'
import { elementId, valueAt } from '../notification/pointer.ts'
import { Combobox } from '../pickers/combobox.tsx'
import { PickedList } from '../pickers/picked-list.tsx'
import { language } from '../text/text.ts'
import { useFormScope } from './form-scope.ts'

interface Props {
  field: Field
  pointer: string
  text: FieldText
}

/** Several plain values, such as countries or words of one's own: those chosen, and a field that adds one. */
export function ListControl({ field, pointer, text }: Props): JSX.Element {
  const scope = useFormScope()
  const values = (valueAt(scope.data, pointer) as string[] | undefined) ?? []
  const set = (next: readonly string[]): void => scope.set(pointer, next.length ? next : undefined)
  const add = (value: string): void => set([...new Set([...values, value])])
  const isCountry = field.type === 'country'
  return (
    <Labelled pointer={pointer} text={text}>
      <PickedList
        items={values.map((value) => ({ id: value, name: isCountry ? countryName(value) : value }))}
        onRemove={(id) => set(values.filter((value) => value !== id))}
      />
      <Combobox
        id={elementId(pointer)}
        find={async (words) => (isCountry ? countryPicks(words).filter(({ id }) => !values.includes(id)) : [])}
        shown=""
        onPick={(pick) => add(pick.id)}
        {...(isCountry ? {} : { onFreeText: (typed: string) => add(typed.slice(0, field.max)) })}
        describedBy={describedBy(pointer, text)}
      />
    </Labelled>
  )
}

function countryPicks(words: string): { id: string; name: string }[] {
  const start = words.toLocaleLowerCase(language())
  return countries
    .map((code) => ({ id: code, name: countryName(code) }))
    .filter(({ id, name }) => name.toLocaleLowerCase(language()).includes(start) || id.toLowerCase() === start)
    .toSorted((a, b) => a.name.localeCompare(b.name, language()))
}
