type Data = { [name: string]: unknown }

const ofProcessor = (data: Data): boolean => data['type'] === undefined || data['type'] === 'pub'
const renews = (data: Data): boolean => data['renewal'] === 'tacit' || data['renewal'] === 'express'
const hasSecrecy = (data: Data): boolean => data['secrecyBasis'] !== 'noSecrecy'

/** Fields that only some answers call for. */
const conditions: { readonly [field: string]: (data: Data) => boolean } = {
  personalNumber: (data) => data['soleTrader'] === true,
  parentCountry: (data) => data['parentName'] !== undefined,
  counterparty: (data) => data['supplierId'] === undefined,
  renewalMonths: renews,
  terminationReason: (data) => data['terminationAt'] !== undefined,
  deviations: (data) => data['template'] !== undefined && data['template'] !== 'none',
  art28: ofProcessor,
  art28Notes: ofProcessor,
  breachNoticeHours: ofProcessor,
  breachContact: ofProcessor,
  auditNoticeDays: (data) => data['auditRight'] === true,
  instruction: ofProcessor,
  subProcessorMode: ofProcessor,
  objectionDays: (data) => ofProcessor(data) && data['subProcessorMode'] === 'general',
  subProcessors: (data) => ofProcessor(data) && data['subProcessorMode'] !== 'none',
  secrecyAssessment: hasSecrecy,
  secrecyUndertakings: hasSecrecy,
  dataReturn: (data) => ofProcessor(data) && data['terminationAt'] !== undefined,
}

/** Whether a field is asked for: always when it holds something, otherwise when the other answers call for it. */
export function isAsked(field: string, data: Data): boolean {
  return data[field] !== undefined || (conditions[field]?.(data) ?? true)
}
