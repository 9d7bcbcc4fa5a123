import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useEffect, useState } from 'preact/hooks'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import { Breadcrumbs } from '../../components/breadcrumbs.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { useNames } from '../../directory/names.ts'
import { orgUnits } from '../../directory/org-units.ts'
import { focusAt } from '../../fields/focus-at.ts'
import { valueLines } from '../../forms/field-value.ts'
import { FormConflicts } from '../../forms/form-conflicts.tsx'
import { FormErrors } from '../../forms/form-errors.tsx'
import { FormContext } from '../../forms/form-scope.ts'
import { sectionHeading } from '../../forms/form-words.ts'
import { useRecordForm } from '../../forms/use-record-form.ts'
import { useLoad } from '../../loading/use-load.ts'
import { useTitle } from '../../router/title.ts'
import { announce } from '../../shell/announcer.tsx'
import { Main } from '../../shell/main.tsx'
import { useSession } from '../../shell/session.ts'
import { t } from '../../text/text.ts'
import { assetAddress, type AssetKind, type AssetRecord } from '../asset.ts'
import { assetFieldLabel, fieldsOf, formSections } from '../fields.ts'
import { AssetSection } from './asset-section.tsx'
import { FormEnd } from './form-end.tsx'

interface Props {
  kind: AssetKind
  record: AssetRecord | undefined
}

/** Every field of an asset under its headings; saved when the person says so, kept in the browser until then. */
export function AssetForm({ kind, record }: Props): JSX.Element {
  const { person } = useSession()
  const { route } = useLocation()
  const { data: units = [] } = useLoad('units', orgUnits)
  const names = useNames()
  const [comment, setComment] = useState('')
  const [turn, setTurn] = useState(0)
  const form = useRecordForm({ plural: kind.plural, record, start: {}, personId: person.id })
  const name = String(form.data['name'] ?? '')
  const heading = record ? t('asset-form.edit', { name: record.data.name ?? '' }) : t(`asset-form.new.${kind.name}`)
  useTitle([form.errors.size > 0 && t('asset-form.errorTitle'), heading])
  useEffect(() => {
    if (location.hash.startsWith('#f-')) focusAt(location.hash.slice(2).replaceAll('-', '/'))
  }, [])
  const save = async (): Promise<void> => {
    const saved = await form.save(comment.trim())
    setTurn((n) => n + 1)
    if (!saved) return
    announce(t('asset-form.saved', { name }))
    route(assetAddress(kind, saved.id))
  }
  const sections = formSections(kind.name)
  return (
    <Main size="sm">
      <Breadcrumbs
        steps={[
          { href: '/tillgangar', label: t('asset-form.assets') },
          ...(record
            ? [{ href: assetAddress(kind, record.id), label: record.number ?? record.data.name ?? '' }]
            : [{ href: `/tillgangar/${kind.place}/ny`, label: t('asset-form.newStep') }]),
        ]}
      />
      <h1 class="fk-h1 fk-mt-s">{heading}</h1>
      {form.restored && (
        <p class="fk-panel fk-mt" role="status">
          {t('asset-form.restored')}{' '}
          <button type="button" class="fk-linklike" onClick={form.startOver}>
            {t('asset-form.startOver')}
          </button>
        </p>
      )}
      <FormErrors heading={t('asset-form.errors', { count: form.errors.size })} errors={form.errors} turn={turn} />
      <FormConflicts
        conflicts={form.conflicts}
        label={assetFieldLabel}
        lines={(field, value) => {
          const shape = fieldsOf(kind.name).find((each) => each.name === field)
          return shape ? valueLines('asset', shape, value, names, [field]) : []
        }}
        resolve={form.resolve}
      />
      <div class="fk-form fk-mt">
        <nav class="fk-toc" aria-label={t('asset-form.sections')}>
          <ol class="fk-plain">
            {sections.map(({ id }) => (
              <li key={id}>
                <a class="ds-link" href={`#del-${id}`}>
                  {sectionHeading('asset', id)}
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
            value={{
              words: 'asset',
              vocabularies: assetVocabularies,
              units,
              data: form.data,
              errors: form.errors,
              set: form.set,
            }}
          >
            {sections.map((section, i) => (
              <AssetSection key={section.id} section={section} data={form.data} first={i === 0} />
            ))}
          </FormContext.Provider>
          {record && (
            <section class="fk-sec">
              <TextArea label={t('asset-form.comment')} value={comment} onInput={setComment} rows={2} />
            </section>
          )}
          <FormEnd form={form} back={record ? assetAddress(kind, record.id) : '/tillgangar'} isNew={!record} />
        </form>
      </div>
    </Main>
  )
}
