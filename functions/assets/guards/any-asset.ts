import type { Missing } from '../../register/errors.ts'
import type { Incoming } from '../../register/transition-rule.ts'
import type { AssetData, Disposal, MedicalDeviceData, ThingData } from '../data.ts'
import { unless } from './gap.ts'

/** Using unit and responsible person, before an asset is introduced. */
export function lacksPlace({ usingOrgUnitIds = [], responsiblePersonId }: AssetData): Missing[] {
  return [
    ...unless(usingOrgUnitIds.length > 0, '/usingOrgUnitIds', 'usingOrgUnitIds', 'S0'),
    ...unless(responsiblePersonId, '/responsiblePersonId', 'responsiblePersonId', 'S0'),
  ]
}

/** Approval of what is connected (domain model R46). */
export function lacksApproval({ connectedToNetwork, connectionApproval }: AssetData): Missing[] {
  if (!connectedToNetwork) return []
  const { at, by, ref } = connectionApproval ?? {}
  return unless(at && (by ?? ref), '/connectionApproval', 'connectionApproval', 'S0')
}

/** Risk analysis of a connected device (R22, MD-01). */
export function lacksDeviceRisk({ connectedToNetwork, riskAnalysisIds = [] }: MedicalDeviceData): Missing[] {
  if (!connectedToNetwork) return []
  const done = riskAnalysisIds.some(
    ({ type, date, diaryNumber }) => date && diaryNumber && (type === undefined || type === 'medicalDevice'),
  )
  return unless(done, '/riskAnalysisIds', 'deviceRiskAnalysis', 'S0, HSLF52')
}

/** A plan for maintenance, before a device is put in operation. */
export function lacksMaintenance({ maintenanceIntervalMonths, nextMaintenanceAt }: MedicalDeviceData): Missing[] {
  return unless(maintenanceIntervalMonths ?? nextMaintenanceAt, '/maintenanceIntervalMonths', 'maintenance', 'HSLF52')
}

/** Proof of what became of the media, before anything is disposed of (R47). Throws nothing: what is unknown is lacking. */
export function lacksDisposal({ hasStorageMedia, disposal = {} }: ThingData): Missing[] {
  if (hasStorageMedia === undefined && disposal.method !== 'noMedia')
    return unless(false, '/hasStorageMedia', 'hasStorageMedia', 'S0')
  if (hasStorageMedia !== true) return []
  return lacksProof(disposal)
}

/** Method, day, who did it and certificate. */
export function lacksProof({ method, at, by, supplierId, certificateRef }: Disposal): Missing[] {
  return [
    ...unless(method && method !== 'noMedia', '/disposal/method', 'disposalMethod', 'S0'),
    ...unless(at, '/disposal/at', 'disposalAt', 'S0'),
    ...unless(by ?? supplierId, '/disposal/by', 'disposalBy', 'S0'),
    ...unless(certificateRef, '/disposal/certificateRef', 'disposalCertificate', 'S0'),
  ]
}

/** The incident, when what is missing may hold personal data. */
export function lacksIncident({ personalData, incidentRefs = [] }: AssetData): Missing[] {
  if (personalData === 'no') return []
  return unless(
    incidentRefs.some(({ ref }) => ref),
    '/incidentRefs',
    'incident',
    'DSF 33',
  )
}

/** Activities in force that still use the asset. */
export function lacksFreedom(incoming: readonly Incoming[]): Missing[] {
  const using = incoming.filter(({ kind, registered, state }) => kind === 'activity' && registered && !isOver(state))
  return using.length === 0 ? [] : [{ pointer: '', rule: 'stillUsed', source: 'S0', params: { count: using.length } }]
}

function isOver(state: string): boolean {
  return state === 'ended' || state === 'archived'
}
