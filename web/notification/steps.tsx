import type { QuestionProgress, SectionProgress, Status } from '../../functions/processing/progress.ts'
import { Sign } from '../components/icon.tsx'
import { shortName } from '../questions/question-text.ts'
import { t } from '../text/text.ts'

interface Props {
  sections: readonly SectionProgress[]
  current: string
  address: (section: string) => string
  /** Ids of questions that the reviewer has asked about and that wait for an answer. */
  asked: readonly string[]
}

/** The parts of the notification with where one is; a fold on a phone. */
export function Steps({ sections, current, address, asked }: Props) {
  const list = (
    <ol>
      {sections.map((section) => (
        <Step
          key={section.id}
          section={section}
          isCurrent={section.id === current}
          href={address(section.id)}
          asked={asked.filter((id) => id.startsWith(section.id))}
        />
      ))}
    </ol>
  )
  return (
    <div data-size="sm">
      <nav class="fk-steps fk-steps--wide" aria-label={t('notification.steps.label')}>
        {list}
      </nav>
      <details class="fk-why fk-steps--phone">
        <summary>{t('notification.steps.fold', { section: current })}</summary>
        <nav class="fk-steps" aria-label={t('notification.steps.folded')}>
          {list}
        </nav>
      </details>
    </div>
  )
}

const signs: { [status in Status]: string } = {
  done: 'st-done',
  missing: 'st-miss',
  wrong: 'st-bad',
  notApplicable: 'st-na',
  suggestion: 'st-sug',
  notStarted: 'st-none',
  optional: 'st-none',
}

interface StepProps {
  section: SectionProgress
  isCurrent: boolean
  href: string
  asked: readonly string[]
}

function Step({ section, isCurrent, href, asked }: StepProps) {
  const { id, status, missing, wrong } = section
  const counts = [
    asked.length > 0 && t('notification.steps.asked', { count: asked.length }),
    wrong > 0 && t('notification.steps.wrong', { count: wrong }),
    missing > 0 && status !== 'notStarted' && t('notification.steps.missing', { count: missing }),
  ].filter(Boolean)
  return (
    <li>
      <a href={href} aria-current={isCurrent ? 'step' : undefined}>
        <Sign id={isCurrent ? 'st-now' : asked.length ? 'st-miss' : signs[status]} />
        <span>
          {t('notification.steps.name', { section: id, title: t(`form.sections.${id}.title`) })}
          {counts.length > 0 ? (
            <small data-miss>{counts.join(', ')}</small>
          ) : status === 'optional' && id !== 'K' ? (
            <small>{t('notification.steps.status.optional')}</small>
          ) : (
            <span class="ds-sr-only">, {t(`notification.steps.status.${status}`)}</span>
          )}
        </span>
      </a>
      {isCurrent && id !== 'K' && (
        <ol>
          {section.questions.map((question) => (
            <QuestionStep key={question.id} {...question} asked={asked.includes(question.id)} />
          ))}
        </ol>
      )}
    </li>
  )
}

function QuestionStep({ id, status, asked }: QuestionProgress & { asked: boolean }) {
  const said = asked || status === 'notApplicable' || status === 'suggestion'
  return (
    <li>
      <a href={`#${id.toLowerCase()}`} data-na={status === 'notApplicable' ? '' : undefined}>
        <Sign id={asked ? 'st-miss' : signs[status]} />
        <span>
          {shortName(id)}
          <span class={said ? undefined : 'ds-sr-only'}>
            {said ? ' – ' : ', '}
            {asked ? t('notification.steps.asked', { count: 1 }) : t(`notification.steps.status.${status}`)}
          </span>
        </span>
      </a>
    </li>
  )
}
