import type { Link } from '../register/kind.ts'
import type { AgreementData } from './agreement-data.ts'

/** What an agreement points at: its parties, the agreement above it, and what it covers. */
export function agreementLinks(data: AgreementData): Link[] {
  const { supplierId, parentAgreementId, ownerId, secrecyAssessment } = data
  return [
    ...one('supplier', 'supplier', supplierId, '/supplierId', true),
    ...one('parentAgreement', 'agreement', parentAgreementId, '/parentAgreementId', true),
    ...many('activity', 'activity', data.activityIds, '/activityIds', true),
    ...many('application', 'application', data.applicationIds, '/applicationIds', true),
    ...many('medicalDevice', 'medicalDevice', data.medicalDeviceIds, '/medicalDeviceIds', true),
    ...many('controller', 'orgUnit', data.controllerOrgUnitIds, '/controllerOrgUnitIds', false),
    ...one('owner', 'person', ownerId, '/ownerId', false),
    ...one('assessedBy', 'person', secrecyAssessment?.by, '/secrecyAssessment/by', false),
  ]
}

function one(rel: string, kind: string, id: string | undefined, pointer: string, checked: boolean): Link[] {
  return id ? [{ rel, pointer, kind, id, checked }] : []
}

function many(rel: string, kind: string, ids: readonly string[] = [], pointer: string, checked: boolean): Link[] {
  return ids.map((id, at) => ({ rel, pointer: `${pointer}/${at}`, kind, id, checked }))
}
