import { Group } from '../fields/described.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import type { Input, InputProps } from './input.ts'
import { RowFields } from './rows-field.tsx'
import { t } from '../text/text.ts'
import type { Field } from '../../functions/processing/question.ts'

/** Attributes that are shown at once; the others are folded. */
const leading = 2

/** One thing with attributes, such as a reference to an assessment; folded where it is a detail of something else. */
export function ObjectField({ questionId, field, pointer, path, text, main, input }: InputProps & { input: Input }) {
  const form = useForm()
  const [first, rest] = [field.fields?.slice(0, leading) ?? [], field.fields?.slice(leading) ?? []]
  const value = valueAt(form.data, pointer) as { [name: string]: unknown } | undefined
  const fieldsOf = (some: readonly Field[]) => (
    <div class="fk-object">
      <RowFields questionId={questionId} fields={some} pointer={pointer} path={path} input={input} />
    </div>
  )
  if (main || path === field.name) {
    return (
      <Group pointer={pointer} text={text} main={main}>
        {fieldsOf(first)}
        <details class="fk-why" open={rest.some((inner) => value?.[inner.name] !== undefined)}>
          <summary>
            {t('notification.moreAbout')}
            <span class="ds-sr-only"> {text.label}</span>
          </summary>
          <div>{fieldsOf(rest)}</div>
        </details>
      </Group>
    )
  }
  return (
    <details class="fk-why" id={elementId(pointer)} open={value !== undefined}>
      <summary>{text.label}</summary>
      <div>{fieldsOf(field.fields ?? [])}</div>
    </details>
  )
}
