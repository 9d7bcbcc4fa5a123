import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Unit } from '../directory/org-units.ts'
import type { FormWords } from './form-words.ts'

/** What the controls of a form made from fields share. */
export interface FormScope {
  words: FormWords
  vocabularies: { readonly [name: string]: readonly string[] }
  units: readonly Unit[]
  data: object
  /** What is wrong, in words, by JSON pointer. */
  errors: ReadonlyMap<string, string>
  /** Gives the place a pointer leads to another value; undefined takes it away. */
  set: (pointer: string, value: unknown) => void
}

export const FormContext = createContext<FormScope | undefined>(undefined)

/** The form that a control stands in. */
export function useFormScope(): FormScope {
  const scope = useContext(FormContext)
  if (!scope) throw new Error('a control stands outside a form')
  return scope
}
