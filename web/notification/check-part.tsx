import { useLocation } from 'preact-iso/router'
import { useRef, useState } from 'preact/hooks'
import { form, isShown } from '../../functions/processing/form.ts'
import { progressOf } from '../../functions/processing/progress.ts'
import { unanswered } from '../../functions/processing/unanswered.ts'
import { moveActivity } from '../api/activities.ts'
import { Problem } from '../api/problem.ts'
import { Answers } from '../answers/answers.tsx'
import { useWords } from '../answers/words.ts'
import { shortName } from '../questions/question-text.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { Certify } from './certify.tsx'
import { Conflicts } from './conflicts.tsx'
import type { Draft } from './draft.ts'
import { useForm } from './form-scope.ts'
import { Lacking } from './lacking.tsx'
import { SimilarRecords } from './similar-records.tsx'
import { Steps } from './steps.tsx'

interface Props {
  draft: Draft
  address: (section: string) => string
}

/** The whole notification as it will be read, what it still lacks, and the way to send it. */
export function CheckPart({ draft, address }: Props) {
  const scope = useForm()
  const words = useWords()
  const { route } = useLocation()
  const lackingBox = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const view = draft.view()
  const sections = form.filter((section) => section.id !== 'K')
  const lacking = sections.flatMap((section) =>
    section.questions.flatMap((question) => unanswered(question, scope.data, scope.context).slice(0, 1)),
  )
  const wrong = scope.errors.size > 0
  useTitle([t('check.heading'), view.data.name])
  async function send(comment: string): Promise<void> {
    if (sending) return
    setProblem(undefined)
    if (lacking.length || wrong || !scope.data.initiatorStatement) return lackingBox.current?.focus()
    setSending(true)
    try {
      await draft.flush()
      const { record } = draft.view()
      if (!record || draft.hasUnsaved()) return
      const sent = await moveActivity(record.id, record.revision, {
        transition: 'submit',
        ...(comment ? { comment } : {}),
      })
      draft.close()
      route(`/anmalningar/${sent.id}?kvitto=ja`)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      requestAnimationFrame(() => lackingBox.current?.focus())
    } finally {
      setSending(false)
    }
  }
  const link = (id: string): string => `${address(id[0]!)}?fraga=${id.toLowerCase()}`
  const open = new Set(lacking.map((lack) => lack.rule))
  return (
    <Main size="sm">
      <div class="fk-form" data-read>
        <Steps
          sections={progressOf(scope.data, scope.context, [...scope.errors.keys()])}
          current="K"
          address={address}
          asked={scope.asked}
        />
        <div>
          <h1 class="fk-h1">{t('check.heading')}</h1>
          <p class="fk-lead">
            {lacking.length ? t('check.leadMissing', { count: lacking.length }) : t('check.leadReady')}
          </p>
          <Conflicts view={view} resolve={draft.resolve} />
          <Lacking ref_={lackingBox} lacking={lacking} errors={scope.errors} problem={problem} link={link} />
          <SimilarRecords />
          {sections.map(({ id, questions }) => (
            <section key={id} class="fk-sec" id={`del-${id}`} aria-labelledby={`rubrik-${id}`}>
              <header>
                <h2 class="fk-h2" id={`rubrik-${id}`}>
                  {t('notification.steps.name', { section: id, title: t(`form.sections.${id}.title`) })}
                </h2>
              </header>
              <Answers
                questions={questions.filter((question) => isShown(question, scope.data, scope.context))}
                data={scope.data}
                words={words}
                missing={(question) => (open.has(question.id) ? t('check.missing') : undefined)}
                action={(question) => (
                  <a class="ds-link fk-small" href={link(question.id)}>
                    {t(open.has(question.id) ? 'check.answer' : 'check.change')}
                    <span class="ds-sr-only"> {shortName(question.id)}</span>
                  </a>
                )}
              />
            </section>
          ))}
          <Certify state={view.record?.state ?? 'draft'} sending={sending} onSend={(comment) => void send(comment)} />
        </div>
      </div>
    </Main>
  )
}
