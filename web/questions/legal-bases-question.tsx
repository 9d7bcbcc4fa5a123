import { useState } from 'preact/hooks'
import type { LegalBasis } from '../../functions/processing/data.ts'
import type { Question } from '../../functions/processing/question.ts'
import { CheckBox } from '../fields/check-box.tsx'
import { CheckList } from '../fields/check-list.tsx'
import { RadioList } from '../fields/radio-list.tsx'
import { useForm } from '../notification/form-scope.ts'
import { t } from '../text/text.ts'
import { choiceGroups, choicesOf } from './choices.ts'
import { basesAgree, basesOf, withBases } from './purposes.ts'
import { fieldText, questionText } from './question-text.ts'
import { UnclearBox } from './unclear.tsx'
import { QuestionHeading } from './question-heading.tsx'

/** Legal basis: asked once for all purposes, unless it differs between them. */
export function LegalBasesQuestion({ question }: { question: Question }) {
  const form = useForm()
  const purposes = form.data.purposes ?? []
  const [differs, setDiffers] = useState(!basesAgree(purposes))
  const apart = differs && purposes.length > 1
  return (
    <>
      {apart ? (
        <>
          <QuestionHeading id={question.id} />
          {purposes.map((purpose, at) => (
            <Bases
              key={at}
              questionId={question.id}
              at={at}
              heading={purpose.text || t('notification.purposeNumber', { number: at + 1 })}
            />
          ))}
        </>
      ) : (
        <Bases questionId={question.id} at="all" />
      )}
      {purposes.length > 1 && (
        <div class="fk-none">
          <CheckBox
            id="skiljer-sig"
            label={t('notification.differs')}
            checked={apart}
            onChange={(on) => {
              setDiffers(on)
              if (!on) form.set('/purposes', withBases(purposes, 'all', purposes[0]?.legalBases ?? []))
            }}
          />
        </div>
      )}
      <UnclearBox pointer="/purposes/legalBases" />
    </>
  )
}

function Bases({ questionId, at, heading }: { questionId: string; at: number | 'all'; heading?: string }) {
  const form = useForm()
  const purposes = form.data.purposes ?? []
  const place = at === 'all' ? 0 : at
  const bases = purposes[place]?.legalBases ?? []
  const pointer = `/purposes/${place}/legalBases`
  const error = form.errors.get(pointer)
  const text = heading ? { label: heading } : questionText(questionId)
  const give = (next: LegalBasis[]): void => form.set('/purposes', withBases(purposes, at, next))
  const publicTask = bases.find((entry) => entry.basis === 'e')
  return (
    <div class={heading ? 'fk-then' : undefined}>
      <CheckList
        pointer={pointer}
        text={{ ...text, ...(error ? { error } : {}) }}
        main={!heading}
        groups={choiceGroups('legalBasis', form.context.codes, [])}
        value={bases.map((entry) => entry.basis)}
        onChange={(codes) => give(basesOf(codes, bases))}
      />
      {publicTask && (
        <div class="fk-then">
          <RadioList
            pointer={`${pointer}/variant`}
            text={fieldText(questionId, 'purposes.legalBases.variant')}
            choices={choicesOf('basisVariant', form.context.codes)}
            value={publicTask.variant}
            onChange={(variant) =>
              give(
                bases.map((entry) =>
                  entry === publicTask ? { ...entry, variant: variant as LegalBasis['variant'] } : entry,
                ),
              )
            }
          />
        </div>
      )}
    </div>
  )
}
