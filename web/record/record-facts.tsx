import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { codeLabel } from '../answers/words.ts'
import { DueDate } from '../components/due-date.tsx'
import { Facts, type Fact } from '../components/facts.tsx'
import { Severities, type Counts } from '../components/severity.tsx'
import { useNames } from '../directory/names.ts'
import { dateText, dueText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { findingsOfRecord } from './findings-of-record.ts'

/** Number, controller, contact, next review, findings and risk. */
export function RecordFacts({ record }: { record: ActivityRecord }): JSX.Element {
  const names = useNames()
  const { data } = record
  const manager = names.person(data.responsibleManagerId)
  const facts: Fact[] = [
    {
      label: t('record.fact.number'),
      value: record.number ?? '–',
      num: true,
      note: t('record.fact.revision', { revision: String(record.revision), date: dateText(record.updatedAt) }),
    },
    {
      label: t('record.fact.controller'),
      value: data.controllerOrgUnitId ? names.unit(data.controllerOrgUnitId) : (data.onBehalfOf?.[0]?.name ?? '–'),
      note: names.unit(data.orgUnitId),
    },
    {
      label: t('record.fact.contact'),
      value: data.contactPersonId ? names.person(data.contactPersonId) : '–',
      note: manager && t('record.fact.manager', { name: manager }),
    },
    ...dueFact(record),
    { label: t('record.fact.findings'), value: <Severities counts={countsOf(record)} />, note: remarksNote(record) },
    ...(data.riskLevel ? [{ label: t('record.fact.risk'), value: codeLabel('riskLevel', data.riskLevel) }] : []),
  ]
  return (
    <div class="fk-mt">
      <Facts facts={facts} />
    </div>
  )
}

function dueFact({ data }: ActivityRecord): Fact[] {
  if (data.endedAt) return [{ label: t('record.fact.ended'), value: dateText(data.endedAt) }]
  if (!data.nextReviewDate)
    return data.startDate ? [{ label: t('record.fact.starts'), value: dateText(data.startDate) }] : []
  return [
    {
      label: t('record.fact.review'),
      value: <DueDate date={data.nextReviewDate} long />,
      note: dueText(data.nextReviewDate),
    },
  ]
}

function countsOf(record: ActivityRecord): Counts {
  const counts: Counts = {}
  for (const { severity } of findingsOfRecord(record)) counts[severity] = (counts[severity] ?? 0) + 1
  return counts
}

function remarksNote(record: ActivityRecord): string | undefined {
  const unanswered = (record.remarks ?? []).filter((remark) => !remark.closedAt && !remark.answer).length
  return unanswered ? t('record.fact.unanswered', { count: unanswered }) : undefined
}
