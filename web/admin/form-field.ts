import type { Option } from '../components/choice.tsx'

export type FormValues = { [name: string]: string }

/** One thing that a dialog of the administration asks for. */
export interface AdminField {
  name: string
  label: string
  type: 'text' | 'date' | 'select' | 'person'
  help?: string
  required?: boolean
  options?: readonly Option[]
  /** Shown but not to be changed, as what a role assignment is about. */
  fixed?: boolean
}

/** What a dialog sends: the record's former data with the fields set, emptied fields left out. */
export function dataOf(
  fields: readonly AdminField[],
  values: FormValues,
  before: object = {},
): { [name: string]: unknown } {
  const data: { [name: string]: unknown } = { ...before }
  for (const { name } of fields) {
    const value = values[name]?.trim()
    if (value) data[name] = value
    else delete data[name]
  }
  return data
}

/** Fields that must be filled in and are not. */
export function emptyFields(fields: readonly AdminField[], values: FormValues): string[] {
  return fields.filter((field) => field.required && !values[field.name]?.trim()).map((field) => field.name)
}

/** What the server says of single fields, by name; a pointer into `data` ends with the field's name. */
export function serverErrors(errors: readonly { pointer: string; detail?: string; code?: string }[]): FormValues {
  return Object.fromEntries(
    errors.flatMap(({ pointer, detail, code }) => {
      const name = pointer.split('/').at(-1)
      return name ? [[name, detail ?? code ?? ''] as const] : []
    }),
  )
}
