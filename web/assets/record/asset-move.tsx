import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { transitionFields } from '../../../functions/assets/transition-fields.ts'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import type { Field } from '../../../functions/fields/field.ts'
import { Problem, type Lack } from '../../api/problem.ts'
import { moveRecord } from '../../api/records.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { orgUnits } from '../../directory/org-units.ts'
import { FieldControl } from '../../forms/field-control.tsx'
import { FormContext } from '../../forms/form-scope.ts'
import { compact } from '../../forms/compact.ts'
import { useLoad } from '../../loading/use-load.ts'
import { elementId, withValue } from '../../notification/pointer.ts'
import { hasText, t } from '../../text/text.ts'
import { assetAddress, type AssetKind } from '../asset.ts'
import type { AssetDossier } from './dossier.ts'

interface Props {
  dossier: AssetDossier
  transition: string
  onClose: () => void
  onDone: () => void
}

/** Fields of a move whose words stand under another field's name. */
const wordsOf: { [name: string]: string } = { incident: 'incidentRefs' }

/** Asks what a move of the asset needs, makes it, and says what stands in its way, with a link to each answer. */
export function AssetMove({ dossier, transition, onClose, onDone }: Props): JSX.Element {
  const { kind, record } = dossier
  const fields = transitionFields[transition] ?? []
  const { data: units = [] } = useLoad('units', orgUnits)
  const [data, setData] = useState<{ [name: string]: unknown }>(() => startOf(fields, record.data))
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const given = compact(data) as { [name: string]: unknown } | undefined
    try {
      await moveRecord(kind.plural, record.id, record.revision, transition, {
        ...(given && Object.keys(given).length ? { data: given } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      })
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const textKey = `asset-record.moveText.${transition}`
  return (
    <ConfirmDialog
      heading={t('asset-record.moveHeading', {
        what: t(`asset-states.transitions.${transition}`),
        name: record.data.name ?? '',
      })}
      confirm={t(`asset-states.transitions.${transition}`)}
      busy={busy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {hasText(textKey) && <p>{t(textKey)}</p>}
      {problem !== undefined && <Obstacles problem={problem} kind={kind} id={record.id} fields={fields} />}
      <FormContext.Provider
        value={{
          words: 'asset',
          vocabularies: assetVocabularies,
          units,
          data,
          errors: errorsOf(problem),
          set: (pointer, value) => setData((before) => withValue(before, pointer, value)),
        }}
      >
        {fields.map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            pointer={`/${field.name}`}
            path={[wordsOf[field.name] ?? field.name]}
            {...ownLabel(field)}
          />
        ))}
      </FormContext.Provider>
      <TextArea label={t('asset-record.comment')} value={comment} onInput={setComment} rows={2} />
    </ConfirmDialog>
  )
}

function ownLabel({ name }: Field): { label?: string } {
  const key = `asset-states.fields.${name}`
  return hasText(key) ? { label: t(key) } : {}
}

function startOf(fields: readonly Field[], data: { [name: string]: unknown }): { [name: string]: unknown } {
  const known = fields.filter(({ name, many }) => many === undefined && data[name] !== undefined)
  return Object.fromEntries(known.map(({ name }) => [name, data[name]]))
}

function errorsOf(problem: unknown): ReadonlyMap<string, string> {
  if (!(problem instanceof Problem)) return new Map()
  const found = [...(problem.body.errors ?? []), ...(problem.body.missing ?? [])]
  return new Map(found.map(({ pointer, detail }) => [pointer.replace(/^\/data/, ''), detail ?? '']))
}

interface ObstaclesProps {
  problem: unknown
  kind: AssetKind
  id: string
  fields: readonly Field[]
}

/** What is missing: in this dialog, or in the record, where a link leads to the answer. */
function Obstacles({ problem, kind, id, fields }: ObstaclesProps): JSX.Element {
  const missing = problem instanceof Problem ? (problem.body.missing ?? []) : []
  const isHere = ({ pointer }: Lack): boolean => fields.some(({ name }) => pointer.split('/')[1] === name)
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <p>{headline(problem)}</p>
      {missing.length > 0 && (
        <ul class="ds-list fk-small">
          {missing.map((lack) => (
            <li key={lack.pointer + lack.rule}>
              {isHere(lack) || lack.pointer.length < 2 ? (
                (lack.detail ?? lack.rule)
              ) : (
                <a class="ds-link" href={`${assetAddress(kind, id, 'andra')}#${elementId(lack.pointer)}`}>
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

function headline(problem: unknown): string {
  if (!(problem instanceof Problem)) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  if (problem.status === 412) return t('asset-record.changedMeanwhile')
  if (problem.body.missing?.length) return t('asset-record.notReady')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
