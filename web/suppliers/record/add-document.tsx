import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AgreementDocument } from '../../../functions/suppliers/agreement-data.ts'
import { Problem } from '../../api/problem.ts'
import { FileField } from '../../components/file-field.tsx'
import { Select } from '../../components/select.tsx'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import { supplierCode } from '../words.ts'
import { mostBytes, sendDocument } from './send-document.ts'

interface Props {
  address: string
  /** Documents that a new file may be a newer version of. */
  documents: readonly AgreementDocument[]
  parts: readonly string[]
  onAdded: () => void
}

const accepted = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.doc,.xls,.ppt'

/** A file to put beside the others, or in the place of one of them; nothing is ever overwritten. */
export function AddDocument({ address, documents, parts, onAdded }: Props): JSX.Element {
  const [file, setFile] = useState<File>()
  const [part, setPart] = useState('agreement')
  const [replaces, setReplaces] = useState('')
  const [error, setError] = useState<string>()
  /** From 0 to 1 while a file is under way. */
  const [share, setShare] = useState<number>()
  const send = async (): Promise<void> => {
    if (share !== undefined) return
    if (!file) return setError(t('supplier-parts.document.need'))
    if (file.size > mostBytes) return setError(t('supplier-parts.document.tooLarge'))
    setShare(0)
    setError(undefined)
    try {
      await sendDocument({ address, file, about: { part, ...(replaces && { replaces }) }, onProgress: setShare })
      announce(t('supplier-parts.document.saved', { name: file.name }))
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
      <h3 class="fk-h3">{t('supplier-parts.document.add')}</h3>
      <FileField
        label={t('supplier-parts.document.file')}
        help={t('supplier-parts.document.help')}
        error={error}
        accept={accepted}
        chosen={file?.name}
        onChoose={setFile}
      />
      <Select
        label={t('supplier-parts.document.part')}
        options={parts.map((value) => ({ value, label: supplierCode('documentPart', value) }))}
        value={part}
        onChange={setPart}
      />
      {documents.length > 0 && (
        <Select
          label={t('supplier-parts.document.replaces')}
          none={t('supplier-parts.document.nothing')}
          options={documents.map(({ n, name }) => ({ value: String(n), label: name }))}
          value={replaces}
          onChange={setReplaces}
        />
      )}
      <button type="submit" class="ds-button" data-variant="secondary" aria-busy={share !== undefined || undefined}>
        {t('supplier-parts.document.send')}
      </button>
      {share !== undefined && (
        <p>
          <progress class="fk-progress" value={share} aria-label={t('supplier-parts.document.sending')} />{' '}
          <span class="fk-num">{t('supplier-parts.document.percent', { count: Math.round(share * 100) })}</span>
        </p>
      )}
    </form>
  )
}

function sentenceOf(problem: unknown): string {
  if (problem instanceof Problem && problem.code === 'link-expired') return t('supplier-parts.document.expired')
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  if (problem.status === 413) return t('supplier-parts.document.tooLarge')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
