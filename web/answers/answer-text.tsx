import type { JSX } from 'preact'
import { Secrecy } from '../components/secrecy.tsx'
import { t } from '../text/text.ts'
import type { Answer } from './answer.ts'

/** One answer: its lines, that it is unclear, that it is secret, or that nothing stands there. */
export function AnswerText({ answer }: { answer: Answer }): JSX.Element {
  if (answer.unclear) return <i class="fk-dim">{t('answers.unclear')}</i>
  if (answer.lines.length === 0 && answer.secrecy === undefined) return <span class="fk-dim">{t('parts.empty')}</span>
  return (
    <>
      {answer.lines.map((line, i) => (
        <p key={i} class="fk-pre">
          {line}
        </p>
      ))}
      {answer.secrecy !== undefined && <Secrecy provision={answer.secrecy} />}
    </>
  )
}
