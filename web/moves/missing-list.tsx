import type { JSX } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import type { Lack } from '../api/problem.ts'

interface Props {
  missing: readonly Lack[]
  /** Where the answer to a question is changed or read; none for what stands in no question. */
  hrefOf: (questionId: string) => string | undefined
  /** A link was followed; a dialog over the page should make way. */
  onFollow?: () => void
}

/** What is missing, one sentence a line, each with a link to its question. */
export function MissingList({ missing, hrefOf, onFollow }: Props): JSX.Element {
  return (
    <ul class="ds-list fk-small">
      {missing.map((lack) => {
        const question = lack.pointer.length > 1 ? questionAt(lack.pointer) : undefined
        const href = question && hrefOf(question.id)
        return (
          <li key={lack.pointer + lack.rule}>
            {href ? (
              <a class="ds-link" href={href} onClick={onFollow}>
                {lack.detail ?? lack.rule}
              </a>
            ) : (
              (lack.detail ?? lack.rule)
            )}{' '}
            {lack.source && <span class="fk-dim">{lack.law ?? lack.source}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Where a question is answered in the form. */
export function formAddress(id: string, questionId: string): string {
  const section = questionId.charAt(0).toLowerCase()
  return `/anmal/${id}/${section}#${questionId.toLowerCase()}`
}
