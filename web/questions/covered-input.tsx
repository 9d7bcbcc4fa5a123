import { categoryCodes } from '../../functions/processing/traits.ts'
import { CheckBox } from '../fields/check-box.tsx'
import { CheckList } from '../fields/check-list.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { choicesOf } from './choices.ts'
import type { InputProps } from './input.ts'

/** Which of the chosen data a rule is about: all of them, or some. */
export function CoveredInput({ field, pointer, text, main }: InputProps) {
  const form = useForm()
  const value = valueAt(form.data, pointer) as string[] | 'all' | undefined
  const codes = [...new Set([...categoryCodes(form.data), ...(Array.isArray(value) ? value : [])])]
  const choices = choicesOf(field.vocabulary!, form.context.codes, codes).filter((choice) =>
    codes.includes(choice.value),
  )
  return (
    <CheckList
      pointer={pointer}
      text={text}
      main={main}
      groups={value === 'all' ? [] : [{ choices }]}
      value={Array.isArray(value) ? value : []}
      onChange={(next) => form.set(pointer, next.length ? next : undefined)}
    >
      <div class="fk-none">
        <CheckBox
          id={`${elementId(pointer)}-all`}
          label={t('notification.allCategories')}
          checked={value === 'all'}
          onChange={(on) => form.set(pointer, on ? 'all' : undefined)}
        />
      </div>
    </CheckList>
  )
}
