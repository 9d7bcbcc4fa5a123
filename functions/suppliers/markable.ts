/** Fields that may be marked as secret: those that no list, date, deadline or rule hangs on. */
export const markableFields = {
  supplier: ['contacts', 'dpContact', 'address', 'website', 'subProcessorListUrl', 'notes'],
  /** Beside what was agreed about money, which always is secret. */
  agreement: [
    'deviations',
    'art28Notes',
    'breachContact',
    'instruction',
    'secrecyAssessment',
    'secrecyUndertakings',
    'documents',
    'terminationReason',
    'notes',
  ],
} as const
