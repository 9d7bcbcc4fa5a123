import { Fragment } from 'preact'
import type { ComponentChildren, JSX } from 'preact'
import { answerText, isAnswered, type Answer } from '../answers/answer.ts'
import { AnswerText } from '../answers/answer-text.tsx'
import { DiffText } from '../components/diff-text.tsx'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import type { ComparedRow } from './compare.ts'

interface Props<Row extends ComparedRow> {
  pairs: readonly Row[]
  before: ComponentChildren
  after: ComponentChildren
  /** Puts the name of its part over the first question of each part. */
  parts?: boolean
  /** There is no earlier revision: question and answer only. */
  single?: boolean
  /** Whether changed rows say so in words; in a history every row is changed. */
  mark?: boolean
  /** What belongs to a question, such as its comments; a full row under the answers. */
  under?: (pair: Row) => ComponentChildren
  /** What stands to the right of the present answer. */
  beside?: (pair: Row) => ComponentChildren
}

/** Question, before, now, side by side; on a phone the question stands over the two answers. */
export function CompareList<Row extends ComparedRow>(props: Props<Row>): JSX.Element {
  const { pairs, before, after, parts, single, mark, under, beside } = props
  return (
    <div class="fk-cmp" data-single={single ? '' : undefined}>
      <div class="fk-cmp__head" data-q>
        {t('compare.question')}
      </div>
      {!single && (
        <div class="fk-cmp__head" data-a>
          {before}
        </div>
      )}
      <div class="fk-cmp__head">{after}</div>
      {pairs.map((pair, at) => (
        <Fragment key={pair.id}>
          {parts && partOf(pair) !== partOf(pairs[at - 1]) && (
            <h3 class="fk-cmp__part">{t(`record.section.${partOf(pair)}`)}</h3>
          )}
          <div data-q id={`q-${pair.id.toLowerCase()}`}>
            {pair.label}
            {mark && !single && pair.isChanged && (
              <>
                <br />
                <span class="fk-chg">
                  <Icon name="pen" />
                  {t('compare.changed')}
                </span>
              </>
            )}
          </div>
          {!single && (
            <div data-a>
              <Side own={pair.before} pair={pair} side="before" />
            </div>
          )}
          <div class={beside ? 'fk-cmp__answer' : undefined}>
            <div>
              {single ? <AnswerText answer={pair.after} /> : <Side own={pair.after} pair={pair} side="after" />}
            </div>
            {beside?.(pair)}
          </div>
          {under?.(pair)}
        </Fragment>
      ))}
    </div>
  )
}

function Side({ own, pair, side }: { own: Answer; pair: ComparedRow; side: 'before' | 'after' }): JSX.Element {
  if (!pair.isChanged || own.secrecy !== undefined || !isAnswered(own)) return <AnswerText answer={own} />
  if (own.unclear) return <AnswerText answer={own} />
  return <DiffText from={answerText(pair.before)} to={answerText(pair.after)} side={side} />
}

function partOf(pair: ComparedRow | undefined): string | undefined {
  return pair?.id[0]
}
