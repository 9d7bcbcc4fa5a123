import type { JSX } from 'preact'
import { instructionField } from './instruction-field.ts'
import { codeLabel } from '../../answers/words.ts'
import { Sign } from '../../components/icon.tsx'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { countryName } from '../../fields/countries.ts'
import { valueLines } from '../../forms/field-value.ts'
import { fieldLabel } from '../../forms/form-words.ts'
import { dateText, listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'

/** The instruction to the supplier, and what the activities do that it does not say. */
export function InstructionPart({ record: { data, drift } }: { record: AgreementRecord }): JSX.Element {
  const names = useNames()
  const version = (data.annexVersions ?? []).filter(({ annex }) => annex === 'instruction').at(-1)
  return (
    <section class="fk-sec" aria-labelledby="instruktion">
      <header>
        <h2 class="fk-h2" id="instruktion">
          {t('supplier-record.instruction.heading')}
        </h2>
        {version && (
          <span class="fk-small fk-dim">
            {t('supplier-record.instruction.version', {
              version: String(version.version),
              date: dateText(version.date),
            })}
          </span>
        )}
      </header>
      {drift.length > 0 && (
        <>
          <p>
            <span class="fk-sev" data-sev="h">
              <Sign id="sev-h" />
            </span>{' '}
            <b>{t('supplier-record.instruction.drift', { count: drift.length })}</b>
          </p>
          <Table
            flush
            caption={t('supplier-record.instruction.beyond')}
            rows={drift}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'name',
                label: t('supplier-record.instruction.activity'),
                head: true,
                cell: ({ id, name }) => (
                  <a class="fk-rec" href={`/behandlingar/${id}`}>
                    {name}
                  </a>
                ),
              },
              {
                id: 'beyond',
                label: t('supplier-record.instruction.beyond'),
                cell: ({ dataCategories, subjects, countries }) =>
                  listText([
                    ...dataCategories.map((code) => codeLabel('data', code)),
                    ...subjects.map((code) => codeLabel('subject', code)),
                    ...countries.map(countryName),
                  ]),
              },
            ]}
          />
        </>
      )}
      <dl class="fk-ans fk-mt-s">
        {(instructionField.fields ?? []).map((field) => {
          const value = (data.instruction as { [name: string]: unknown } | undefined)?.[field.name]
          const path = ['instruction', field.name]
          const lines = valueLines('supplier', field, value, names, path)
          return (
            lines.length > 0 && (
              <div key={field.name}>
                <dt>{fieldLabel('supplier', path)}</dt>
                <dd>
                  {lines.map((line) => (
                    <p key={line} class="fk-pre">
                      {line}
                    </p>
                  ))}
                </dd>
                <dd />
              </div>
            )
          )
        })}
      </dl>
    </section>
  )
}
