import type { Question } from '../../functions/processing/question.ts'
import { isUnclear } from '../../functions/processing/unclear.ts'
import { CheckBox } from '../fields/check-box.tsx'
import type { Choice } from '../fields/radio-list.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, withoutPositions } from '../notification/pointer.ts'
import { questions } from '../../functions/processing/form.ts'
import { t } from '../text/text.ts'

const offered = new Set(questions.flatMap(offeredAt))
const mark = 'unclear'

/** Where a question offers it: once, at its leading choice, otherwise at its last field. */
function offeredAt({ fields, unclear = [] }: Question): string[] {
  const lead = fields.find((field) => unclear[0] === `/${field.name}`)
  const isRadio = lead?.type === 'bool' || (lead?.type === 'code' && !lead.list)
  const place = isRadio ? unclear[0] : unclear.at(-1)
  return place ? [place] : []
}

/** Whether "Saknas eller oklart" is an answer to a field. */
export function offersUnclear(pointer: string): boolean {
  return offered.has(withoutPositions(pointer))
}

interface Unclear {
  /** The further choice, when the field offers it. */
  extra: Choice[]
  /** The value of that choice while it is made. */
  marked: string | undefined
  choose: (onChange: (value: string) => void) => (value: string) => void
}

/** "Saknas eller oklart" as one more radio button, where the field offers it. */
export function useUnclear(pointer: string): Unclear {
  const form = useForm()
  return {
    extra: offersUnclear(pointer) ? [{ value: mark, label: t('notification.unclear') }] : [],
    marked: isUnclear(form.data, pointer) ? mark : undefined,
    choose: (onChange) => (value) => (value === mark ? form.setUnclear(pointer, true) : onChange(value)),
  }
}

/** "Saknas eller oklart" as a box to tick, under a field that is no radio list. */
export function UnclearBox({ pointer }: { pointer: string }) {
  const form = useForm()
  if (!offersUnclear(pointer)) return null
  return (
    <div class="fk-unclear">
      <CheckBox
        id={`${elementId(pointer)}-unclear`}
        label={t('notification.unclear')}
        checked={isUnclear(form.data, pointer)}
        onChange={(on) => form.setUnclear(pointer, on)}
      />
    </div>
  )
}
