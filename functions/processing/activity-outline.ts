import type { Link, Outline, View } from '../register/outline.ts'
import type { RecordOf, Snapshot } from '../register/record.ts'
import type { ActivityData } from './data.ts'
import { activityPolicy, noUnit } from './policy.ts'
import { activityStates } from './states.ts'

const settled = ['registered', 'ended', 'archived']

/** How processing activities are read: by whom, in which lists, by which words and from which other records. */
export const activityOutline: Outline<ActivityData> = {
  name: 'activity',
  plural: 'activities',
  prefix: 'act',
  states: activityStates,
  secrets: { securityDescription: 'OSL 18:8' },
  hidden: ['draft', 'withdrawn'],
  datable: true,
  needsRegistration: true,
  policy: activityPolicy,
  views,
  settled,
  sortName: (record) => record.data.name ?? '',
  summary: [
    'name',
    'registerRole',
    'orgUnitId',
    'controllerOrgUnitId',
    'legalRegimes',
    'riskLevel',
    'nextReviewDate',
    'registeredAt',
    'submittedAt',
    'initiatorId',
    'contactPersonId',
    'responsibleManagerId',
    'sensitive',
    'findingCounts',
  ],
  facets,
  partitions: {
    main: ['state', 'unit', 'controller', 'regime', 'role', 'waiting', 'unlisted'],
    work: ['unit', 'person', 'unlisted'],
  },
  unsteady: ['severity'],
  filters: {
    state: { type: 'facet', values: activityStates },
    orgUnit: { type: 'unit', of: 'unit' },
    controller: { type: 'facet' },
    regime: { type: 'facet' },
    sensitive: { type: 'facet', values: ['yes', 'no'] },
    role: { type: 'facet', values: ['controller', 'jointController', 'processor'] },
    person: { type: 'facet' },
    waiting: { type: 'facet', values: ['end', 'refuse', 'remark', 'answer'] },
    severity: { type: 'facet', values: ['K', 'H', 'M', 'L'] },
    dueBefore: { type: 'dueBefore', of: 'review' },
  },
  sorts: ['name', 'number', 'nextReviewDate', 'updatedAt', 'registeredAt', 'submittedAt'],
  texts: ({ number, data, names = {} }) => [
    number,
    data.name,
    ...Object.values(names),
    ...(data.unlistedSystems ?? []),
    ...(data.processors ?? []).map((processor) => processor.name),
    ...(data.purposes ?? []).map((purpose) => purpose.text),
  ],
  exact: (record) => [record.number],
  links,
  due: ({ data }) => (data.nextReviewDate && !data.endedAt ? [{ what: 'review', date: data.nextReviewDate }] : []),
}

function views({ newest, registered }: Snapshot<ActivityData>): View<ActivityData>[] {
  return [
    ...(registered ? [{ set: 'main' as const, record: registered }] : []),
    ...(!settled.includes(newest.state) ? [{ set: 'work' as const, record: newest }] : []),
  ]
}

function facets(record: RecordOf<ActivityData>): { [facet: string]: readonly string[] } {
  const { state, data } = record
  const filed = state !== 'draft' && state !== 'withdrawn'
  const people = [data.initiatorId, ...(filed ? [data.contactPersonId, data.responsibleManagerId] : [])]
  return {
    state: [state],
    unit: [data.orgUnitId ?? noUnit],
    controller: present(data.controllerOrgUnitId),
    regime: data.legalRegimes ?? [],
    sensitive: [data.sensitive ? 'yes' : 'no'],
    role: present(data.registerRole),
    person: [...new Set(people.filter((id) => id !== undefined))],
    waiting: waitingFor(record),
    severity: Object.entries(data.findingCounts ?? {}).flatMap(([severity, count]) => (count > 0 ? [severity] : [])),
    ...(data.imported && { imported: ['yes'] }),
    ...(namesUnlisted(data) && filed && { unlisted: ['supplier'] }),
  }
}

/** Whether a processor is named that is not in the register of suppliers. */
function namesUnlisted({ processors = [] }: ActivityData): boolean {
  return processors.some(({ supplierId, name }) => !supplierId && !!name)
}

/** What somebody is waited for: the officer's word on what was proposed or answered, or an answer to a remark. */
function waitingFor({ proposed, remarks = [] }: RecordOf<ActivityData>): string[] {
  const open = remarks.filter((remark) => !remark.closedAt)
  return [
    ...(proposed ? [proposed.transition] : []),
    ...(open.some(({ answer }) => !answer) ? ['remark'] : []),
    ...(open.some(({ answer }) => answer) ? ['answer'] : []),
  ]
}

function links(data: ActivityData): Link[] {
  const link = (rel: string, kind: string, id: string | undefined, checked: boolean, pointer = `/${rel}`): Link[] =>
    id ? [{ rel, pointer, kind, id, checked }] : []
  return [
    ...link('orgUnitId', 'orgUnit', data.orgUnitId, false),
    ...link('controllerOrgUnitId', 'orgUnit', data.controllerOrgUnitId, false),
    ...link('contactPersonId', 'person', data.contactPersonId, false),
    ...link('responsibleManagerId', 'person', data.responsibleManagerId, false),
    ...link('replacesActivityId', 'activity', data.replacesActivityId, true),
    ...link('duplicateOf', 'activity', data.refusal?.duplicateOf, true, '/refusal/duplicateOf'),
    ...(data.applicationIds ?? []).flatMap((id, at) =>
      link('applicationIds', 'application', id, true, `/applicationIds/${at}`),
    ),
    ...(data.medicalDeviceIds ?? []).flatMap((id, at) =>
      link('medicalDeviceIds', 'medicalDevice', id, true, `/medicalDeviceIds/${at}`),
    ),
    ...(data.processors ?? []).flatMap(({ supplierId }, at) =>
      link('processors', 'supplier', supplierId, true, `/processors/${at}/supplierId`),
    ),
  ]
}

function present(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}
