import { useLocation } from 'preact-iso/router'
import { useEffect, useState } from 'preact/hooks'
import { form, questionAt } from '../../functions/processing/form.ts'
import { progressOf } from '../../functions/processing/progress.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { formText } from '../questions/question-text.ts'
import { SectionQuestions } from '../questions/section-questions.tsx'
import { Conflicts } from './conflicts.tsx'
import type { Draft } from './draft.ts'
import { focusAt } from '../fields/focus-at.ts'
import { ErrorSummary, type Wrong } from './error-summary.tsx'
import { useForm } from './form-scope.ts'
import { Steps } from './steps.tsx'

interface Props {
  id: string
  draft: Draft
  address: (section: string) => string
  /** A question to go to at once, as from the check page. */
  focus: string | undefined
}

/** One part of the notification: its questions, and the way on. */
export function SectionPart({ id, draft, address, focus }: Props) {
  const scope = useForm()
  const { route } = useLocation()
  const [turn, setTurn] = useState(0)
  const at = form.findIndex((section) => section.id === id)
  const { questions } = form[at]!
  const next = form[at + 1]!.id
  const view = draft.view()
  const here = questions.map((question) => question.id)
  const wrong: Wrong[] = [...scope.errors]
    .filter(([pointer]) => here.includes(questionAt(pointer)?.id ?? ''))
    .map(([pointer, text]) => ({ pointer, text }))
  const shownWrong = turn > 0 ? wrong : []
  const title = t('notification.steps.name', { section: id, title: t(`form.sections.${id}.title`) })
  useTitle([shownWrong.length ? t('notification.errorTitle', { title }) : title, view.data.name])
  useEffect(() => {
    const field = questions.find((question) => question.id === focus?.toUpperCase())?.fields[0]
    if (field) requestAnimationFrame(() => focusAt(`/${field.name}`))
  }, [focus])
  function onContinue(): void {
    void draft.flush()
    if (wrong.length) setTurn(turn + 1)
    else route(address(next))
  }
  return (
    <Main>
      <div class="fk-form">
        <Steps
          sections={progressOf(scope.data, scope.context, [...scope.errors.keys()])}
          current={id}
          address={address}
          asked={scope.asked}
        />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onContinue()
          }}
        >
          <ErrorSummary wrong={shownWrong} turn={turn} />
          <Conflicts view={view} resolve={draft.resolve} />
          <h1 class="fk-h1">{title}</h1>
          <p class="fk-lead">{formText(`sections.${id}.lead`)}</p>
          <SectionQuestions questions={questions} />
          <div class="fk-row fk-formend">
            <button type="submit" class="ds-button" data-variant="primary">
              {t(next === 'K' ? 'notification.continueToCheck' : 'notification.continueTo', { section: next })}
            </button>
            <a class="ds-button" data-variant="tertiary" href={address(next)}>
              {t('notification.skip')}
            </a>
          </div>
          <p class="fk-dim fk-small">{t('notification.mayContinue')}</p>
        </form>
      </div>
    </Main>
  )
}
