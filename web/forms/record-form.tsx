import type { ComponentChildren, JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useEffect, useState } from 'preact/hooks'
import type { FieldSection } from '../../functions/fields/field.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { TextArea } from '../components/text-area.tsx'
import { useNames } from '../directory/names.ts'
import { orgUnits } from '../directory/org-units.ts'
import { focusAt } from '../fields/focus-at.ts'
import { useLoad } from '../loading/use-load.ts'
import { useTitle } from '../router/title.ts'
import { announce } from '../shell/announcer.tsx'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { valueLines } from './field-value.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { FormEnd } from './form-end.tsx'
import { FormErrors } from './form-errors.tsx'
import { FormContext, type FormScope } from './form-scope.ts'
import { FormSection } from './form-section.tsx'
import { fieldLabel, type FormWords, sectionHeading } from './form-words.ts'
import { type RecordForm as Form, useRecordForm } from './use-record-form.ts'

type Data = { [name: string]: unknown }

interface Props {
  words: FormWords
  vocabularies: FormScope['vocabularies']
  sections: readonly FieldSection[]
  /** Whether the other answers call for a field. */
  isAsked: (field: string, data: Data) => boolean
  plural: string
  record: Form['record']
  /** What stands in a new record from the start. */
  start?: Data
  heading: string
  steps: readonly { href: string; label: string }[]
  /** Where a saved record is shown. */
  addressOf: (id: string) => string
  back: string
  /** Done with a record when it has been saved, before it is shown. */
  onSaved?: (id: string) => Promise<void>
  /** Stands under the fields of a section, such as records like the one being written. */
  under?: (section: string, form: Form) => ComponentChildren
  /** Stands first, when something was refused that is no field's fault. */
  refusal?: (form: Form) => ComponentChildren
}

/** Every field of a record under its headings; saved when the person says so, kept in the browser until then. */
export function RecordForm(props: Props): JSX.Element {
  const { words, vocabularies, sections, isAsked, plural, record, heading } = props
  const { route } = useLocation()
  const { data: units = [] } = useLoad('units', orgUnits)
  const names = useNames()
  const [comment, setComment] = useState('')
  const [turn, setTurn] = useState(0)
  const form = useRecordForm({ plural, record, start: props.start ?? {}, words })
  const name = String(form.data['name'] ?? '')
  const fields = sections.flatMap((section) => section.fields)
  const shown = sections
    .map((section) => ({ section, more: props.under?.(section.id, form) }))
    .filter(({ section, more }) => more || section.fields.some((one) => !one.managed && isAsked(one.name, form.data)))
  useTitle([form.errors.size > 0 && t('forms.errorTitle'), heading])
  useEffect(() => {
    if (location.hash.startsWith('#f-')) focusAt(location.hash.slice(2).replaceAll('-', '/'))
  }, [])
  const save = async (): Promise<void> => {
    const saved = await form.save(comment.trim())
    setTurn((n) => n + 1)
    if (!saved) return
    announce(t('forms.saved', { name }))
    await props.onSaved?.(saved.id)
    route(props.addressOf(saved.id))
  }
  return (
    <Main size="sm">
      <Breadcrumbs steps={props.steps} />
      <h1 class="fk-h1 fk-mt-s">{heading}</h1>
      {form.restored && (
        <p class="fk-panel fk-mt" role="status">
          {t('forms.restored')}{' '}
          <button type="button" class="fk-linklike" onClick={form.startOver}>
            {t('forms.startOver')}
          </button>
        </p>
      )}
      {props.refusal?.(form)}
      <FormErrors heading={t('forms.errors', { count: form.errors.size })} errors={form.errors} turn={turn} />
      <ConflictPanel
        conflicts={form.conflicts}
        label={(field) => fieldLabel(words, [field])}
        lines={(field, value) => {
          const shape = fields.find((each) => each.name === field)
          return shape ? valueLines(words, shape, value, names, [field]) : []
        }}
        person={names.person}
        resolve={form.resolve}
      />
      <div class="fk-form fk-mt">
        <nav class="fk-toc" aria-label={t('forms.sections')}>
          <ol class="fk-plain">
            {shown.map(({ section: { id } }) => (
              <li key={id}>
                <a class="ds-link" href={`#del-${id}`}>
                  {sectionHeading(words, id)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <FormContext.Provider
            value={{ words, vocabularies, units, data: form.data, errors: form.errors, set: form.set }}
          >
            {shown.map(({ section, more }, i) => (
              <FormSection
                key={section.id}
                words={words}
                section={section}
                isAsked={isAsked}
                data={form.data}
                first={i === 0}
              >
                {more}
              </FormSection>
            ))}
          </FormContext.Provider>
          {record && (
            <section class="fk-sec">
              <TextArea label={t('forms.comment')} value={comment} onInput={setComment} rows={2} />
            </section>
          )}
          <FormEnd form={form} back={props.back} isNew={!record} />
        </form>
      </div>
    </Main>
  )
}
