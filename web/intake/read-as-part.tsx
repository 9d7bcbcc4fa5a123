import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { mapImport, type Job } from './job.ts'
import { sentenceOf } from './sentence-of.ts'

interface Props {
  job: Job
  onChange: (job: Job) => void
}

const delimiters: { [sign: string]: string } = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' }
const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']

/** How the file was read, and a way to have it read otherwise. */
export function ReadAsPart({ job, onChange }: Props): JSX.Element {
  const [open, setOpen] = useState(false)
  const { readAs } = job
  const rows = job.progress.total ?? Object.values(job.counts).reduce((sum, count) => sum + (count ?? 0), 0)
  const isText = readAs.sheet === undefined
  const mayChange = job.state !== 'applying' && job.state !== 'applied'
  const pairs: [string, string][] = [
    ['file', job.fileName],
    ['source', job.source],
    ...(rows > 0 ? [['rows', numberText(rows)] as [string, string]] : []),
    ['headings', t('intake.row', { row: String(readAs.headingRow) })],
    ...(readAs.sheet ? [['sheet', readAs.sheet] as [string, string]] : []),
    ...(isText && readAs.encoding ? [['encoding', readAs.encoding.toUpperCase()] as [string, string]] : []),
    ...(isText && readAs.delimiter
      ? [['delimiter', t(`intake.delimiter.${delimiters[readAs.delimiter] ?? 'other'}`)] as [string, string]]
      : []),
    ['scope', t(`intake.scope.${job.scope}`)],
    ['manual', t(`intake.manual.${job.manual}`)],
  ]
  return (
    <section class="fk-sec" aria-labelledby="fil">
      <header>
        <h2 class="fk-h3" id="fil">
          {t('intake.howRead')}
        </h2>
        {mayChange && (
          <button type="button" class="fk-linklike fk-small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('intake.change')}
            <span class="ds-sr-only"> {t('intake.howRead')}</span>
          </button>
        )}
      </header>
      {readAs.doubtful && <p class="fk-small fk-late">{t('intake.doubtful')}</p>}
      <dl class="fk-pairs">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`intake.pair.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {open && (
        <ReadAsForm
          job={job}
          onChange={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      )}
    </section>
  )
}

function ReadAsForm({ job, onChange }: Props): JSX.Element {
  const { readAs } = job
  const isText = readAs.sheet === undefined
  const [encoding, setEncoding] = useState(readAs.encoding ?? '')
  const [delimiter, setDelimiter] = useState(readAs.delimiter ?? '')
  const [sheet, setSheet] = useState(readAs.sheet ?? '')
  const [headingRow, setHeadingRow] = useState(String(readAs.headingRow))
  const [scope, setScope] = useState(job.scope)
  const [manual, setManual] = useState(job.manual)
  const [error, setError] = useState<string>()
  const save = async (): Promise<void> => {
    try {
      onChange(
        await mapImport(job.id, {
          readAs: {
            headingRow: Number(headingRow) || readAs.headingRow,
            ...(isText && encoding ? { encoding } : {}),
            ...(isText && delimiter ? { delimiter } : {}),
            ...(sheet ? { sheet } : {}),
          },
          scope,
          manual,
        }),
      )
    } catch (problem) {
      setError(sentenceOf(problem))
    }
  }
  return (
    <form
      class="fk-stack fk-mt"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput label={t('intake.pair.headings')} value={headingRow} error={error} onInput={setHeadingRow} />
      {isText && readAs.encoding !== undefined && (
        <Select
          label={t('intake.pair.encoding')}
          options={[...new Set([readAs.encoding, ...encodings])].map((value) => ({
            value,
            label: value.toUpperCase(),
          }))}
          value={encoding}
          onChange={setEncoding}
        />
      )}
      {isText && readAs.delimiter !== undefined && (
        <Select
          label={t('intake.pair.delimiter')}
          options={Object.entries(delimiters).map(([value, name]) => ({ value, label: t(`intake.delimiter.${name}`) }))}
          value={delimiter}
          onChange={setDelimiter}
        />
      )}
      {(readAs.sheets?.length ?? 0) > 1 && (
        <Select
          label={t('intake.pair.sheet')}
          options={readAs.sheets!.map((value) => ({ value, label: value }))}
          value={sheet}
          onChange={setSheet}
        />
      )}
      <Select
        label={t('intake.pair.scope')}
        options={(['part', 'whole'] as const).map((value) => ({ value, label: t(`intake.scope.${value}`) }))}
        value={scope}
        onChange={(value) => setScope(value as Job['scope'])}
      />
      <Select
        label={t('intake.pair.manual')}
        options={(['keep', 'replace'] as const).map((value) => ({ value, label: t(`intake.manual.${value}`) }))}
        value={manual}
        onChange={(value) => setManual(value as Job['manual'])}
      />
      <div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('intake.readAgain')}
        </button>
      </div>
    </form>
  )
}
