import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { KeptDocument } from '../../functions/documents/document.ts'
import { Problem } from '../api/problem.ts'
import { FileField } from '../components/file-field.tsx'
import { Select } from '../components/select.tsx'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { mostBytes, sendDocument } from './send-document.ts'

interface Props {
  address: string
  /** Documents that a new file may be a newer version of. */
  documents: readonly KeptDocument[]
  parts: readonly string[]
  usualPart: string
  partLabel: (part: string) => string
  onAdded: () => void
}

const accepted = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.doc,.xls,.ppt'

/** A file to put beside the others, or in the place of one of them; nothing is ever overwritten. */
export function AddDocument({ address, documents, parts, usualPart, partLabel, onAdded }: Props): JSX.Element {
  const [file, setFile] = useState<File>()
  const [part, setPart] = useState(usualPart)
  const [replaces, setReplaces] = useState('')
  const [error, setError] = useState<string>()
  /** From 0 to 1 while a file is under way. */
  const [share, setShare] = useState<number>()
  const send = async (): Promise<void> => {
    if (share !== undefined) return
    if (!file) return setError(t('documents.need'))
    if (file.size > mostBytes) return setError(t('documents.tooLarge'))
    setShare(0)
    setError(undefined)
    try {
      await sendDocument({ address, file, about: { part, ...(replaces && { replaces }) }, onProgress: setShare })
      announce(t('documents.saved', { name: file.name }))
      setFile(undefined)
      setReplaces('')
      onAdded()
    } catch (problem) {
      setError(sentenceOf(problem))
    } finally {
      setShare(undefined)
    }
  }
  return (
    <form
      class="fk-stack fk-mt-l fk-narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3 class="fk-h3">{t('documents.add')}</h3>
      <FileField
        label={t('documents.file')}
        help={t('documents.help')}
        error={error}
        accept={accepted}
        chosen={file?.name}
        onChoose={setFile}
      />
      <Select
        label={t('documents.part')}
        options={parts.map((value) => ({ value, label: partLabel(value) }))}
        value={part}
        onChange={setPart}
      />
      {documents.length > 0 && (
        <Select
          label={t('documents.replaces')}
          none={t('documents.nothing')}
          options={documents.map(({ n, name }) => ({ value: String(n), label: name }))}
          value={replaces}
          onChange={setReplaces}
        />
      )}
      <button type="submit" class="ds-button" data-variant="secondary" aria-busy={share !== undefined || undefined}>
        {t('documents.send')}
      </button>
      {share !== undefined && (
        <p>
          <progress class="fk-progress" value={share} aria-label={t('documents.sending')} />{' '}
          <span class="fk-num">{t('documents.percent', { count: Math.round(share * 100) })}</span>
        </p>
      )}
    </form>
  )
}

function sentenceOf(problem: unknown): string {
  if (problem instanceof Problem && problem.code === 'link-expired') return t('documents.expired')
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  if (problem.status === 413) return t('documents.tooLarge')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
