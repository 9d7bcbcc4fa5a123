import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Field } from '../../functions/fields/field.ts'
import { type FieldProblem, type Lack, Problem } from '../api/problem.ts'
import { moveRecord } from '../api/records.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { TextArea } from '../components/text-area.tsx'
import { orgUnits } from '../directory/org-units.ts'
import { useLoad } from '../loading/use-load.ts'
import { elementId, withValue } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { compact } from './compact.ts'
import { errorTexts } from './error-text.ts'
import { FieldControl } from './field-control.tsx'
import { FormContext, type FormScope } from './form-scope.ts'
import { fieldLabel, type FieldPath, type FormWords } from './form-words.ts'

type Data = { [name: string]: unknown }

export interface Move {
  words: FormWords
  vocabularies: FormScope['vocabularies']
  plural: string
  record: { id: string; revision: number; data: Data }
  transition: string
  /** The move as a verb, on the button. */
  verb: string
  heading: string
  /** What the move asks for. */
  fields: readonly Field[]
  /** Where a field's words stand, when not under its own name. */
  pathOf?: (field: Field) => FieldPath
  labelOf?: (field: Field) => string | undefined
  /** What stands in the fields from the start; what the record holds under the same names otherwise. */
  start?: Data
  /** Sent beside what is filled in. */
  always?: Data
  /** Where the record is changed. */
  editAddress: string
  children?: ComponentChildren
  onClose: () => void
  onDone: () => void
}

/** Asks what a move of a record needs, makes it, and says what stands in its way, with a link to each answer. */
export function MoveDialog(move: Move): JSX.Element {
  const { record, fields, transition } = move
  const { data: units = [] } = useLoad('units', orgUnits)
  const [data, setData] = useState<Data>(() => move.start ?? startOf(fields, record.data))
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const labelAt = (pointer: string): string | undefined => {
    const field = fields.find(({ name }) => pointer === `/${name}`)
    return field && (move.labelOf?.(field) ?? fieldLabel(move.words, move.pathOf?.(field) ?? [field.name]))
  }
  const send = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const given = { ...move.always, ...(compact(data) as Data | undefined) }
    try {
      await moveRecord(move.plural, record.id, record.revision, transition, {
        ...(Object.keys(given).length ? { data: given } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      })
      move.onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const errors = textsOf(problem, (found) => errorTexts(found, { words: move.words, data, labelAt }))
  return (
    <ConfirmDialog
      heading={move.heading}
      confirm={move.verb}
      busy={busy}
      onConfirm={() => void send()}
      onClose={move.onClose}
    >
      {move.children}
      {problem !== undefined && (
        <Obstacles problem={problem} errors={errors} fields={fields} editAddress={move.editAddress} />
      )}
      <FormContext.Provider
        value={{
          words: move.words,
          vocabularies: move.vocabularies,
          units,
          data,
          errors,
          set: (pointer, value) => setData((before) => withValue(before, pointer, value)),
        }}
      >
        {fields.map((field) => {
          const label = move.labelOf?.(field)
          return (
            <FieldControl
              key={field.name}
              field={field}
              pointer={`/${field.name}`}
              path={move.pathOf?.(field) ?? [field.name]}
              {...(label ? { label } : {})}
            />
          )
        })}
      </FormContext.Provider>
      <TextArea label={t('forms.move.comment')} value={comment} onInput={setComment} rows={2} />
    </ConfirmDialog>
  )
}

function startOf(fields: readonly Field[], data: Data): Data {
  const known = fields.filter(({ name, many }) => many === undefined && data[name] !== undefined)
  return Object.fromEntries(known.map(({ name }) => [name, data[name]]))
}

function textsOf(
  problem: unknown,
  told: (errors: readonly FieldProblem[]) => Map<string, string>,
): ReadonlyMap<string, string> {
  if (!(problem instanceof Problem)) return new Map()
  const missing = (problem.body.missing ?? []).map(({ pointer, detail }) => [pointer, detail ?? ''] as const)
  return new Map([...told(problem.body.errors ?? []), ...missing])
}

interface ObstaclesProps {
  problem: unknown
  errors: ReadonlyMap<string, string>
  fields: readonly Field[]
  editAddress: string
}

/** What is missing: in this dialog, or in the record, where a link leads to the answer. */
function Obstacles({ problem, errors, fields, editAddress }: ObstaclesProps): JSX.Element {
  const missing = problem instanceof Problem ? (problem.body.missing ?? []) : []
  const isHere = ({ pointer }: Lack): boolean => fields.some(({ name }) => pointer.split('/')[1] === name)
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <p>{headline(problem, errors)}</p>
      {missing.length > 0 && (
        <ul class="ds-list fk-small">
          {missing.map((lack) => (
            <li key={lack.pointer + lack.rule}>
              {isHere(lack) || lack.pointer.length < 2 ? (
                (lack.detail ?? lack.rule)
              ) : (
                <a class="ds-link" href={`${editAddress}#${elementId(lack.pointer)}`}>
                  {lack.detail ?? lack.rule}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function headline(problem: unknown, errors: ReadonlyMap<string, string>): string {
  if (!(problem instanceof Problem)) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  if (problem.status === 412) return t('forms.move.changedMeanwhile')
  if (problem.body.missing?.length) return t('forms.move.notReady')
  return [...errors.values()][0] ?? problem.body.detail ?? problem.body.title
}
