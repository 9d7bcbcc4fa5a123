import type { Missing } from '../../register/errors.ts'
import type { Incoming } from '../../register/transition-rule.ts'
import type { ApplicationData } from '../application-data.ts'
import { lacksApproval, lacksPlace } from './any-asset.ts'
import { unless } from './gap.ts'

const hasContent = (group: object | undefined) => group !== undefined && Object.keys(group).length > 0

/** Before a system is acquired: owner, classification, and whether it holds personal data and needs an agreement. */
export function lacksForAcquisition(data: ApplicationData): Missing[] {
  const answered = data.personalData === 'yes' || data.personalData === 'no'
  return [
    ...unless(data.systemOwnerId, '/systemOwnerId', 'systemOwner', 'S0'),
    ...unless(hasContent(data.classificationId), '/classificationId', 'classification', 'S0'),
    ...unless(answered, '/personalData', 'personalData', 'DSF 30'),
    ...unless(isPubAnswered(data), '/pubNeeded', 'pubNeeded', 'DSF 28'),
  ]
}

/** Before a system is introduced: where, who, and its risk analysis (R24). */
export function lacksForIntroduction(data: ApplicationData): Missing[] {
  const analysed = (data.riskAnalysisIds ?? []).some(
    ({ type, date, diaryNumber }) => date && diaryNumber && (type === undefined || type === 'infoSystem'),
  )
  return [...lacksPlace(data), ...unless(analysed, '/riskAnalysisIds', 'riskAnalysis', 'HSLF40 3:5, S0')]
}

/** Before a system is put in operation: all of that, the agreement, backup, operations documentation and log. */
export function lacksForOperation(data: ApplicationData): Missing[] {
  const { backup = {}, operationsDoc = {} } = data
  const copied = backup.scope && backup.interval && backup.generations && backup.storage
  const agreed = data.pubNeeded !== 'yes' || hasContent(data.pubAgreementId)
  const logged = data.logFunction !== undefined && data.logFunction !== 'unknown'
  return [
    ...lacksForAcquisition(data),
    ...lacksForIntroduction(data),
    ...lacksApproval(data),
    ...unless(agreed, '/pubAgreementId', 'pubAgreement', 'DSF 28.3'),
    ...unless(copied, '/backup', 'backup', 'S0'),
    ...unless(operationsDoc.ref, '/operationsDoc', 'operationsDoc', 'S0'),
    ...unless(logged, '/logFunction', 'logFunction', 'PDL 4:3, S0'),
  ]
}

/** A registered activity that uses the system, when it holds personal data. */
export function lacksActivity({ personalData }: ApplicationData, incoming: readonly Incoming[]): Missing[] {
  if (personalData === 'no') return []
  const registered = incoming.some(({ kind, registered: is }) => kind === 'activity' && is)
  return unless(registered, '', 'activity', 'DSF 30')
}

/** What becomes of the data, before a system is phased out. */
export function lacksExitPlan({ exitDataPlan }: ApplicationData): Missing[] {
  return unless(exitDataPlan, '/exitDataPlan', 'exitDataPlan', 'S0')
}

/** What suppliers did with the data they held, before a system that held personal data is decommissioned. */
export function lacksDataReturn({ personalData, supplierIds = [], dataReturn = {} }: ApplicationData): Missing[] {
  if (personalData === 'no' || !supplierIds.some(({ processesPersonalData }) => processesPersonalData)) return []
  return unless(dataReturn.choice && dataReturn.confirmedAt, '/dataReturn', 'dataReturn', 'DSF 28.3 g')
}

/** How data was erased, before a system that held personal data is closed for good. */
export function lacksErasure({ personalData, disposal = {} }: ApplicationData): Missing[] {
  if (personalData === 'no') return []
  return [
    ...unless(disposal.method, '/disposal/method', 'disposalMethod', 'S0'),
    ...unless(disposal.at, '/disposal/at', 'disposalAt', 'S0'),
  ]
}

function isPubAnswered({ personalData, pubNeeded }: ApplicationData): boolean {
  return personalData === 'no' || pubNeeded === 'yes' || pubNeeded === 'no'
}
