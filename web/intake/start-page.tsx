import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { FileField } from '../components/file-field.tsx'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { withNames } from '../directory/names.ts'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { recentImports } from './job.ts'
import { kindsReadBy } from './read-kinds.ts'
import { Recent } from './recent.tsx'
import { sendImport } from './send-import.ts'
import { sentenceOf } from './sentence-of.ts'

/** A file to read: of what kind, from which source; and the latest ones. */
export function IntakePage({ query }: PageProps): JSX.Element {
  useTitle([t('intake.heading')])
  const { route } = useLocation()
  const read = kindsReadBy(useSession())
  const wanted = read.find((name) => name === query['slag'])
  const [kind, setKind] = useState(wanted ?? read[0] ?? '')
  const [source, setSource] = useState('')
  const [file, setFile] = useState<File>()
  const [errors, setErrors] = useState<{ source?: string; file?: string }>({})
  const [busy, setBusy] = useState(false)
  const recent = useLoad(read.join(), () =>
    withNames(Promise.all(read.map(recentImports)).then((lists) => lists.flat())),
  )
  const send = async (): Promise<void> => {
    const found = {
      ...(source.trim() ? {} : { source: t('intake.needSource') }),
      ...(file ? {} : { file: t('intake.needFile') }),
    }
    setErrors(found)
    if (!file || Object.keys(found).length || busy) return
    setBusy(true)
    try {
      route(`/inlasning/${await sendImport(kind, source.trim(), file)}`)
    } catch (error) {
      setErrors({ file: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Main size="sm">
      <h1 class="fk-h1">{t('intake.heading')}</h1>
      <p class="fk-prose">{t('intake.lead')}</p>
      {read.length === 0 ? (
        <p class="fk-mt">{t('intake.notYours')}</p>
      ) : (
        <form
          class="fk-stack fk-narrow fk-mt"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {read.length > 1 && (
            <Select
              label={t('intake.kindLabel')}
              options={read.map((name) => ({ value: name, label: t(`intake.kind.${name}`) }))}
              value={kind}
              onChange={setKind}
            />
          )}
          <TextInput
            label={t('intake.source')}
            help={t('intake.sourceHelp')}
            error={errors.source}
            value={source}
            onInput={setSource}
          />
          <FileField
            label={t('intake.file')}
            help={t('intake.fileHelp')}
            error={errors.file}
            accept=".csv,.txt,.tsv,.xlsx"
            chosen={file?.name}
            onChoose={setFile}
          />
          <div>
            <button type="submit" class="ds-button" data-variant="primary" aria-busy={busy || undefined}>
              {t(busy ? 'intake.sending' : 'intake.send')}
            </button>
          </div>
        </form>
      )}
      {recent.data && <Recent jobs={recent.data} />}
    </Main>
  )
}
