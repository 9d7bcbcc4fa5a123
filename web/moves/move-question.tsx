import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { moveActivity, type ActivityRecord } from '../api/activities.ts'
import { Problem } from '../api/problem.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { announce } from '../shell/announcer.tsx'
import { hasText, t } from '../text/text.ts'
import { MissingList } from './missing-list.tsx'
import { MoveFieldInput } from './move-field-input.tsx'
import { doneKey, tell } from './told.ts'
import { lacking, moveBody, shownFields, type Values } from './move-form.ts'

export interface MoveProps {
  record: ActivityRecord
  transition: string
  /** Data that the page already knows, such as which remark is answered. */
  fixed?: { [name: string]: unknown }
  /** Values that stand in the fields from the start. */
  initial?: Values
  /** Made before the transition, such as sending the questions that were written. */
  before?: () => Promise<void>
  children?: ComponentChildren
  hrefOf: (questionId: string) => string | undefined
  onDone: (record: ActivityRecord) => void
  onClose: () => void
}

/** Asks what a transition needs, makes it, and says in sentences what stands in its way. */
export function MoveQuestion(props: MoveProps): JSX.Element {
  const { record, transition, onClose } = props
  const [values, setValues] = useState<Values>(props.initial ?? {})
  const [errors, setErrors] = useState<{ [name: string]: string }>({})
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    if (busy) return
    const found = lacking(transition, values)
    setErrors(found)
    if (Object.keys(found).length) return
    setBusy(true)
    try {
      await props.before?.()
      const moved = await moveActivity(record.id, record.revision, moveBody(transition, values, props.fixed))
      announce(t(`moves.done.${doneKey(transition, moved)}`))
      tell(transition, moved)
      props.onDone(moved)
    } catch (error) {
      setProblem(error)
      setErrors(fieldErrors(error))
    } finally {
      setBusy(false)
    }
  }
  const officerKey = `moves.textOfficer.${transition}`
  const isOfficer = record.allowed.includes('remark')
  const textKey = isOfficer && hasText(officerKey) ? officerKey : `moves.text.${transition}`
  return (
    <ConfirmDialog
      heading={t(`moves.heading.${transition}`, { name: record.data.name ?? '' })}
      confirm={t(`moves.button.${transition}`)}
      busy={busy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {hasText(textKey) && <p>{t(textKey)}</p>}
      {problem !== undefined && <MoveProblem problem={problem} hrefOf={props.hrefOf} onLeave={onClose} />}
      {props.children}
      {shownFields(transition, values).map((field) => (
        <MoveFieldInput
          key={field.name}
          transition={transition}
          field={field}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          onInput={(value) => {
            setValues({ ...values, [field.name]: value })
            setErrors(without(errors, field.name))
          }}
        />
      ))}
    </ConfirmDialog>
  )
}

interface ProblemProps {
  problem: unknown
  hrefOf: MoveProps['hrefOf']
  onLeave: () => void
}

function MoveProblem({ problem, hrefOf, onLeave }: ProblemProps): JSX.Element {
  const body = problem instanceof Problem ? problem.body : undefined
  const missing = body?.missing ?? []
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <p>{headline(problem)}</p>
      {missing.length > 0 && <MissingList missing={missing} hrefOf={hrefOf} onFollow={onLeave} />}
    </div>
  )
}

function headline(problem: unknown): string {
  if (!(problem instanceof Problem)) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  if (problem.status === 412) return t('moves.changed')
  if (problem.body.missing?.length) return t('moves.notReady')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}

/** What the server says of single fields: `/data/endedAt` or `/endedAt` belong to the field of that name. */
function fieldErrors(error: unknown): { [name: string]: string } {
  if (!(error instanceof Problem)) return {}
  const found = [...(error.body.errors ?? []), ...(error.body.missing ?? [])]
  return Object.fromEntries(
    found.flatMap(({ pointer, detail }) => {
      const name = pointer.split('/').at(-1)
      return name && detail && pointer.split('/').length <= 3 ? [[name, detail] as const] : []
    }),
  )
}

function without(errors: { [name: string]: string }, name: string): { [name: string]: string } {
  const { [name]: _, ...rest } = errors
  return rest
}
