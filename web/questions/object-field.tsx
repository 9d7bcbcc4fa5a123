import { Group } from '../fields/described.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import type { Input, InputProps } from './input.ts'
import { RowFields } from './rows-field.tsx'

/** One thing with attributes, such as a reference to an assessment; folded where it is a detail of something else. */
export function ObjectField({ questionId, field, pointer, path, text, main, input }: InputProps & { input: Input }) {
  const form = useForm()
  const fields = (
    <RowFields questionId={questionId} fields={field.fields ?? []} pointer={pointer} path={path} input={input} />
  )
  if (main || path === field.name) {
    return (
      <Group pointer={pointer} text={text} main={main}>
        <div class="fk-object">{fields}</div>
      </Group>
    )
  }
  return (
    <details class="fk-why" id={elementId(pointer)} open={valueAt(form.data, pointer) !== undefined}>
      <summary>{text.label}</summary>
      <div>{fields}</div>
    </details>
  )
}
