import { activityFields } from '../../functions/processing/form.ts'
import type { Field } from '../../functions/processing/question.ts'
import type { RequiredInner } from './sendable.ts'

/** For every list of rows in the form, the attributes that a row may not lack. */
export const requiredRows: RequiredInner = collect(activityFields, '')

function collect(fields: readonly Field[], pointer: string): RequiredInner {
  return Object.assign(
    {},
    ...fields.map((field) => {
      if (!field.fields) return {}
      const here = `${pointer}/${field.name}`
      const must = field.fields.filter((inner) => inner.required).map((inner) => inner.name)
      return { ...collect(field.fields, here), ...(field.list && must.length ? { [here]: must } : {}) }
    }),
  ) as RequiredInner
}
