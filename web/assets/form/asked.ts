type Data = { [name: string]: unknown }

const connected = (data: Data): boolean => data['connectedToNetwork'] === true
const hasMedia = (data: Data): boolean => data['hasStorageMedia'] !== false
const hostedElsewhere = (data: Data): boolean => data['hosting'] !== undefined && data['hosting'] !== 'own'
const hasLog = (data: Data): boolean => data['logFunction'] === 'yes' || data['logFunction'] === 'partial'
const isQualityRegister = (data: Data): boolean => data['applicationType'] === 'qualityRegister'

/** Fields that only some answers call for. */
const conditions: { readonly [field: string]: (data: Data) => boolean } = {
  connectionApproval: connected,
  network: connected,
  storageMedia: hasMedia,
  diskEncryption: hasMedia,
  hostingCountries: hostedElsewhere,
  hostingProvider: hostedElsewhere,
  hostingRegion: hostedElsewhere,
  logContent: hasLog,
  logRetention: hasLog,
  logExtractRoutine: hasLog,
  logReviewInterval: hasLog,
  lastLogReviewAt: hasLog,
  cpuaName: isQualityRegister,
  pubAgreementId: (data) => data['pubNeeded'] === 'yes',
}

/** Whether a field is asked for: always when it holds something, otherwise when the other answers call for it. */
export function isAsked(field: string, data: Data): boolean {
  return data[field] !== undefined || (conditions[field]?.(data) ?? true)
}
