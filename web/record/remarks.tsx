import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { now } from '../api/clock.ts'
import type { Remark } from '../api/record.ts'
import { Icon } from '../components/icon.tsx'
import { Thread, type Post } from '../components/thread.tsx'
import { useNames, type Names } from '../directory/names.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { dateText, dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'

/** The move that is being made, on which remark, and the answer that stands there already. */
interface Open {
  transition: string
  remarkId?: string
  answer?: string
}

interface Props {
  record: ActivityRecord
  onChange: () => void
}

/** Remarks by the data protection officer: only the officer writes and closes, the unit answers. */
export function Remarks({ record, onChange }: Props): JSX.Element | null {
  const [open, setOpen] = useState<Open>()
  const names = useNames()
  const remarks = record.remarks ?? []
  const mayWrite = record.allowed.includes('remark')
  const moves = ['answerRemark', 'closeRemark'].filter((move) => record.allowed.includes(move))
  if (remarks.length === 0 && !mayWrite) return null
  return (
    <section class="fk-sec" aria-labelledby="papekanden">
      <header>
        <h2 class="fk-h2" id="papekanden">
          {t('record.remarks.heading')} <span class="fk-count">{remarks.length}</span>
        </h2>
        {mayWrite && (
          <button
            type="button"
            class="ds-button fk-btn-s"
            data-variant="secondary"
            onClick={() => setOpen({ transition: 'remark' })}
          >
            {t('record.remarks.write')}
          </button>
        )}
      </header>
      {remarks.length === 0 && <p class="fk-dim">{t('record.remarks.none')}</p>}
      {remarks.map((remark) => (
        <Thread key={remark.id} posts={postsOf(remark, names)}>
          {!remark.closedAt && moves.length > 0 && <Answers moves={moves} remark={remark} onOpen={setOpen} />}
        </Thread>
      ))}
      {open && (
        <MoveDialog
          record={record}
          transition={open.transition}
          fixed={open.remarkId ? { remarkId: open.remarkId } : {}}
          initial={open.answer ? { text: open.answer } : {}}
          hrefOf={() => undefined}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onChange()
          }}
        />
      )}
    </section>
  )
}

interface AnswersProps {
  moves: readonly string[]
  remark: Remark
  onOpen: (open: Open) => void
}

function Answers({ moves, remark, onOpen }: AnswersProps): JSX.Element {
  return (
    <div class="fk-row">
      {moves.map((transition) => (
        <button
          key={transition}
          type="button"
          class="ds-button fk-btn-s"
          data-variant="secondary"
          onClick={() =>
            onOpen({ transition, remarkId: remark.id, ...(isAnswer(transition) && { answer: remark.answer?.text }) })
          }
        >
          {t(`record.remarks.${isAnswer(transition) && remark.answer ? 'changeAnswer' : transition}`)}
        </button>
      ))}
    </div>
  )
}

function isAnswer(transition: string): boolean {
  return transition === 'answerRemark'
}

function postsOf(remark: Remark, names: Names): Post[] {
  const own = {
    id: remark.id,
    who: names.person(remark.by),
    role: t('parts.role.dpo'),
    at: remark.at,
    text: remark.text,
  }
  const { answer } = remark
  return [
    { ...own, mark: <Mark remark={remark} /> },
    ...(answer ? [{ id: `${remark.id}-answer`, who: names.person(answer.by), at: answer.at, text: answer.text }] : []),
  ]
}

function Mark({ remark }: { remark: Remark }): JSX.Element | null {
  if (remark.closedAt) {
    return (
      <span class="fk-ok">
        <Icon name="check" />
        {t('record.remarks.closed', { date: dateText(remark.closedAt) })}
      </span>
    )
  }
  if (!remark.dueDate || remark.answer) return null
  const isLate = remark.dueDate < dayOf(now())
  const text = t(isLate ? 'record.remarks.late' : 'record.remarks.due', { date: dateText(remark.dueDate) })
  if (!isLate) return <span>{text}</span>
  return (
    <b class="fk-late">
      <Icon name="clock" />
      {text}
    </b>
  )
}
