import { elementId } from '../notification/pointer.ts'
import { Combobox } from '../pickers/combobox.tsx'
import { language } from '../text/text.ts'
import { countries, countryName } from './countries.ts'
import { describedBy, Labelled, type FieldText } from './described.tsx'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A country, found by typing; kept as its ISO 3166 code. */
export function CountryField({ pointer, text, main, value, onChange }: Props) {
  const find = async (words: string): Promise<{ id: string; name: string }[]> => {
    const start = words.toLocaleLowerCase(language())
    return countries
      .map((code) => ({ id: code, name: countryName(code) }))
      .filter(({ id, name }) => name.toLocaleLowerCase(language()).includes(start) || id.toLowerCase() === start)
      .toSorted((a, b) => a.name.localeCompare(b.name, language()))
  }
  return (
    <Labelled pointer={pointer} text={text} main={main}>
      <Combobox
        id={elementId(pointer)}
        find={find}
        shown={value ? countryName(value) : ''}
        onPick={(pick) => onChange(pick.id)}
        onClear={() => onChange(undefined)}
        describedBy={describedBy(pointer, text)}
      />
    </Labelled>
  )
}
