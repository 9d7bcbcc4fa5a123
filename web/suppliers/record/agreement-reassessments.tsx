import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import { countryName } from '../../fields/countries.ts'
import { dateText, listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { supplierCode } from '../words.ts'
import { MoveButton } from './move-button.tsx'

interface Props {
  record: AgreementRecord
  onChange: () => void
}

/** What has changed under the agreement so that its risks are to be assessed again; nothing when all has been. */
export function AgreementReassessments({ record, onChange }: Props): JSX.Element | null {
  const open = (record.data.reassessments ?? []).filter(({ closedAt }) => !closedAt)
  if (open.length === 0) return null
  return (
    <section class="fk-sec" aria-labelledby="bedoms">
      <header>
        <h2 class="fk-h2" id="bedoms">
          {t('supplier-record.changes')} <span class="fk-count">{open.length}</span>
        </h2>
      </header>
      <ul class="fk-plain" data-gap>
        {open.map(({ id, trigger, names, at, due }) => {
          const said = listText(trigger === 'newCountry' ? names.map(countryName) : names)
          const what = `${supplierCode('reassessmentTrigger', trigger)}: ${said}`
          return (
            <li key={id} class="fk-row" data-end>
              <span>
                <b>{what}</b> <span class="fk-dim">{t('supplier-record.change.since', { date: dateText(at) })}</span>
              </span>
              <span class="fk-row">
                <span>
                  {t('supplier-record.change.due')} <DueDate date={due} long />
                </span>
                <MoveButton
                  record={record}
                  transition="assess"
                  start={{ riskAnalysisId: {} }}
                  always={{ ids: [id], riskAnalysisId: {} }}
                  onChange={onChange}
                >
                  {t('supplier-record.change.assess')}
                  <span class="ds-sr-only"> {what}</span>
                </MoveButton>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
