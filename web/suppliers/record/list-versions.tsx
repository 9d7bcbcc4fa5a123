import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AnnexVersion, SubProcessor } from '../../../functions/suppliers/agreement-data.ts'
import { getJson } from '../../api/request.ts'
import { Select } from '../../components/select.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNames } from '../../directory/names.ts'
import { fieldLabel } from '../../forms/form-words.ts'
import { valueLines } from '../../forms/field-value.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { partyFields } from '../fields.ts'

type Version = Omit<AnnexVersion, 'annex'>

interface Difference {
  added: SubProcessor[]
  removed: SubProcessor[]
  changed: { name: string; fields: { field: string; from?: unknown; to?: unknown }[] }[]
}

/** The versions of the list of sub-processors, and what differs between any two of them. */
export function ListVersions({ id }: { id: string }): JSX.Element {
  const address = `/api/agreements/${id}/sub-processors`
  const { data, error, reload } = useLoad(address, () => getJson<{ versions: Version[] }>(address))
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({})
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!data) return <Waiting lines={4} />
  const versions = data.versions.toReversed()
  const options = versions.map(({ version, date, source }) => ({
    value: String(version),
    label: [t('supplier-parts.versions.one', { version: String(version), date: dateText(date) }), source]
      .filter(Boolean)
      .join(', '),
  }))
  const from = chosen.from ?? options[1]?.value
  const to = chosen.to ?? options[0]?.value
  return (
    <section class="fk-sec" aria-labelledby="versioner">
      <header>
        <h2 class="fk-h2" id="versioner">
          {t('supplier-parts.versions.heading')} <span class="fk-count">{versions.length}</span>
        </h2>
      </header>
      {versions.length < 2 || !from || !to ? (
        <p class="fk-dim">{t('supplier-parts.versions.few')}</p>
      ) : (
        <>
          <div class="fk-fieldgrid">
            <Select
              label={t('supplier-parts.versions.from')}
              options={options}
              value={from}
              onChange={(version) => setChosen({ ...chosen, from: version })}
            />
            <Select
              label={t('supplier-parts.versions.to')}
              options={options}
              value={to}
              onChange={(version) => setChosen({ ...chosen, to: version })}
            />
          </div>
          <Differences address={`${address}/diff?from=${from}&to=${to}`} />
        </>
      )}
    </section>
  )
}

function Differences({ address }: { address: string }): JSX.Element {
  const { data, error, reload } = useLoad(address, () => getJson<Difference>(address))
  const names = useNames()
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!data) return <Waiting lines={3} />
  const { added, removed, changed } = data
  const rows = partyFields('agreement').find(({ name }) => name === 'subProcessors')?.fields ?? []
  const inWords = (name: string, value: unknown): string => {
    const field = rows.find((row) => row.name === name)
    return field ? valueLines('supplier', field, value, names, ['subProcessors', name]).join(', ') : String(value)
  }
  if (added.length + removed.length + changed.length === 0)
    return <p class="fk-mt">{t('supplier-parts.versions.same')}</p>
  return (
    <dl class="fk-ans fk-mt" aria-live="polite">
      {added.map((one) => (
        <div key={one.name}>
          <dt>{t('supplier-parts.versions.added')}</dt>
          <dd>
            <ins>{summaryOf(one, inWords)}</ins>
          </dd>
          <dd />
        </div>
      ))}
      {removed.map((one) => (
        <div key={one.name}>
          <dt>{t('supplier-parts.versions.removed')}</dt>
          <dd>
            <del>{summaryOf(one, inWords)}</del>
          </dd>
          <dd />
        </div>
      ))}
      {changed.map(({ name, fields }) => (
        <div key={name}>
          <dt>{t('supplier-parts.versions.changed')}</dt>
          <dd>
            <p>
              <b>{name}</b>
            </p>
            {fields.map(({ field, from, to }) => (
              <p key={field}>
                {fieldLabel('supplier', ['subProcessors', field])}:{' '}
                <del>{inWords(field, from) || t('parts.empty')}</del>{' '}
                <ins>{inWords(field, to) || t('parts.empty')}</ins>
              </p>
            ))}
          </dd>
          <dd />
        </div>
      ))}
    </dl>
  )
}

function summaryOf(one: SubProcessor, inWords: (name: string, value: unknown) => string): string {
  return [one.name, inWords('country', one.country), one.task].filter(Boolean).join(', ')
}
