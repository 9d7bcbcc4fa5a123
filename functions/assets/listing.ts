import type { Field } from '../fields/field.ts'
import type { Due, Filter } from '../register/outline.ts'
import type { RecordOf } from '../register/record.ts'
import type { ApplicationData } from './application-data.ts'
import type { AssetData, MedicalDeviceData, ThingData } from './data.ts'
import { disputedFields } from './origins.ts'
import { assetStates } from './states.ts'

/** Facets whose values have rows of their own; the others are checked in place, so that a save writes few rows. */
export const partitions = ['state', 'unit', 'type', 'responsible', 'source', 'waiting', 'severity', 'owner'] as const

/** Fields of the envelope that lists of any kind are sorted by, beside the name. */
export const commonSorts = ['name', 'number', 'updatedAt'] as const

/** Comes before any date: what has never been verified. */
const never = '0001-01-01'

/** What lists of assets are narrowed by. `types`: the codes of the kind's own type. */
export function assetFilters(types: readonly string[]): { [name: string]: Filter } {
  return {
    state: { type: 'facet', values: assetStates },
    orgUnit: { type: 'unit', of: 'unit' },
    exactUnit: { type: 'facet', of: 'unit' },
    type: { type: 'facet', values: types },
    responsible: { type: 'facet' },
    connected: { type: 'facet', values: ['yes', 'no', 'unknown'] },
    personalData: { type: 'facet', values: ['yes', 'no', 'unknown'] },
    classification: { type: 'facet', values: ['done', 'missing'] },
    source: { type: 'facet' },
    waiting: { type: 'facet', values: ['unseen', 'sourceSays', 'proposal'] },
    severity: { type: 'facet', values: ['K', 'H', 'M', 'L'] },
    supportEnded: { type: 'dueBefore', of: 'support' },
    notVerifiedSince: { type: 'dueBefore', of: 'verified' },
    maintenanceBefore: { type: 'dueBefore', of: 'maintenance' },
  }
}

/** What a record is found under. */
export function facetsOf<T extends AssetData>(
  { state, data, proposed }: RecordOf<T>,
  typeField: keyof T & string,
): { [facet: string]: string[] } {
  const { responsiblePersonId, connectedToNetwork, classificationId = {}, externalIds = [], findingCounts = {} } = data
  const { systemOwnerId, systemAdministratorIds = [] } = data as Partial<ApplicationData>
  const type = data[typeField] as string | undefined
  const connected = connectedToNetwork === undefined ? 'unknown' : connectedToNetwork ? 'yes' : 'no'
  const disputed = disputedFields(data).length > 0
  return {
    state: [state],
    unit: data.usingOrgUnitIds ?? [],
    type: type ? [type] : [],
    responsible: responsiblePersonId ? [responsiblePersonId] : [],
    connected: [connected],
    personalData: [data.personalData ?? 'unknown'],
    classification: [Object.keys(classificationId).length > 0 ? 'done' : 'missing'],
    source: [...new Set(externalIds.map(({ source }) => source))],
    waiting: [
      ...(data.unseen ? ['unseen'] : []),
      ...(disputed ? ['sourceSays'] : []),
      ...(proposed ? ['proposal'] : []),
    ],
    owner: [...new Set([...(systemOwnerId ? [systemOwnerId] : []), ...systemAdministratorIds])],
    severity: Object.entries(findingCounts).flatMap(([severity, count]) => (count > 0 ? [severity] : [])),
  }
}

/** Days that lists ask for: when support ends, when somebody last looked, when maintenance is due. */
export function dueDates(data: AssetData): Due[] {
  const { supportEndsAt, osSupportEnd, lastVerifiedAt, nextMaintenanceAt } = data as ThingData & MedicalDeviceData
  const support = [supportEndsAt, osSupportEnd].filter((day) => day !== undefined).sort()[0]
  return [
    ...(support ? [{ what: 'support', date: support }] : []),
    ...(nextMaintenanceAt ? [{ what: 'maintenance', date: nextMaintenanceAt }] : []),
    { what: 'verified', date: lastVerifiedAt ?? never },
  ]
}

/** Whether a list may be sorted by the field: one value of text, code, number or day. */
export function isSortable({ type, many }: Field): boolean {
  return many === undefined && ['text', 'code', 'number', 'date'].includes(type)
}
