import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import { Facts, type Fact } from '../../components/facts.tsx'
import { Severities } from '../../components/severity.tsx'
import { useNames, type Names } from '../../directory/names.ts'
import { dateText, dueText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AssetRecord } from '../asset.ts'
import { countsOf } from './findings.ts'

/** Dates that somebody must act by, the first that is set is shown. */
const dates = ['nextMaintenanceAt', 'reviewDueAt', 'supportEndsAt', 'osSupportEnd', 'plannedEndAt'] as const

/** Number, units, responsible person, next date, findings. */
export function AssetFacts({ record }: { record: AssetRecord }): JSX.Element {
  const names = useNames()
  const { data } = record
  const units = (data['usingOrgUnitIds'] as string[] | undefined) ?? []
  const facts: Fact[] = [
    {
      label: t('asset-record.fact.number'),
      value: record.number ?? '–',
      num: true,
      note: t('asset-record.fact.revision', { revision: String(record.revision), date: dateText(record.updatedAt) }),
    },
    {
      label: t('asset-record.fact.unit'),
      value: names.unit(units[0]) || '–',
      note: units.length > 1 && t('asset-record.fact.moreUnits', { count: units.length - 1 }),
    },
    responsible(data, names),
    ...dateFact(data),
    { label: t('asset-record.findings'), value: <Severities counts={countsOf(record)} /> },
  ]
  if (data['personalData'])
    facts.push({
      label: t('asset-record.fact.personalData'),
      value: t(`asset-record.personalData.${String(data['personalData'])}`),
    })
  return (
    <div class="fk-mt">
      <Facts facts={facts} />
    </div>
  )
}

function responsible(data: AssetRecord['data'], names: Names): Fact {
  const owner = data['systemOwnerId'] as string | undefined
  const person = data['responsiblePersonId'] as string | undefined
  return owner
    ? {
        label: t('asset-record.fact.owner'),
        value: names.person(owner),
        note: person && person !== owner && t('asset-record.fact.alsoResponsible', { name: names.person(person) }),
      }
    : { label: t('asset-record.fact.responsible'), value: names.person(person) || '–' }
}

function dateFact(data: AssetRecord['data']): Fact[] {
  const name = dates.find((each) => typeof data[each] === 'string')
  if (!name) return []
  const date = String(data[name])
  return [{ label: t(`asset-record.date.${name}`), value: <DueDate date={date} long />, note: dueText(date) }]
}
