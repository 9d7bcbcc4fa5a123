import type { ActivityData } from '../processing/data.ts'

/** Ids of what the demo register has, by the keys that the demo data uses. */
export interface DemoIds {
  unit(key: string): string
  person(userId: string): string
  application(key: string): string
  device(key: string): string
  supplier(key: string): string
}

/** What happens to a demo activity, so many days before the register's first start. */
export type DemoStep =
  | { daysAgo: number; by: string; move: 'submit' | 'take' | 'attest' | 'confirm' }
  | { daysAgo: number; by: string; move: 'forward' | 'revise'; comment: string }
  | {
      daysAgo: number
      by: string
      move: 'register'
      remarks?: { text: string; ruleIds: string[]; dueInDays?: number }[]
    }
  | { daysAgo: number; by: string; change: (data: ActivityData) => ActivityData; comment?: string }

/** An activity of the demo register with its story; all of it is written through the engine. */
export interface DemoActivity {
  key: string
  filedBy: string
  filedDaysAgo: number
  data: (ids: DemoIds) => ActivityData
  steps: readonly DemoStep[]
}

type Register = Extract<DemoStep, { move: 'register' }>

/** The ordinary way into the register: submitted, taken, attested, forwarded and registered within three weeks. */
export function registered(
  people: { initiator: string; coordinator: string; manager: string; officer: string },
  daysAgo: number,
  remarks?: Register['remarks'],
): DemoStep[] {
  return [
    { daysAgo: daysAgo + 18, by: people.initiator, move: 'submit' },
    { daysAgo: daysAgo + 14, by: people.coordinator, move: 'take' },
    { daysAgo: daysAgo + 12, by: people.manager, move: 'attest' },
    {
      daysAgo: daysAgo + 9,
      by: people.coordinator,
      move: 'forward',
      comment: 'Granskad. Svaren stämmer med hur vi arbetar.',
    },
    { daysAgo, by: people.officer, move: 'register', ...(remarks && { remarks }) },
  ]
}

/** What most activities of a region answer alike; each activity says the rest and what differs. */
export const usual: ActivityData = {
  changeType: 'new',
  registerRole: 'controller',
  includesProtectedIdentities: 'yes',
  protectedIdentityRoutine: 'Rutin för skyddade personuppgifter, punkt 3',
  isResearch: false,
  operations: ['collect', 'record', 'store', 'retrieve', 'use', 'disclose', 'erase'],
  media: ['digital'],
  storageLocations: ['system'],
  automatedDecisions: 'none',
  profiling: false,
  usesAi: 'no',
  noRecipients: true,
  noProcessors: true,
  thirdCountryTransfer: 'no',
  securityMeasures: [
    'accessControl',
    'strongAuth',
    'encryptTransit',
    'logging',
    'logReview',
    'backup',
    'incidentRoutine',
  ],
  informationStatus: 'yes',
  privacyNoticeRef: 'Så behandlar vi dina uppgifter, på regionens webbplats',
  accessExtractMethod: 'report',
  accessExtractNote: 'Systemförvaltaren tar fram utdraget på begäran, inom en vecka.',
  dpiaMandatoryCases: [],
  dpiaCriteria: [],
  initiatorStatement: true,
}

/** Legal bases of care: public interest and legal obligation, with the Patient Data Act. */
export const careBases = [
  {
    basis: 'e',
    variant: 'publicInterest' as const,
    support: [{ act: 'Patientdatalagen (2008:355)', provision: '2 kap. 4 §' }],
  },
  { basis: 'c', support: [{ act: 'Patientdatalagen (2008:355)', provision: '3 kap. 1 §' }] },
]

/** Special categories in care: Art. 9(2)(h) with professional secrecy (DSF 9.3). */
export const careException: ActivityData = {
  art9Exceptions: ['h'],
  art9NationalSupport: [
    { act: 'Dataskyddslagen (2018:218)', provision: '3 kap. 5 §' },
    { act: 'Patientdatalagen (2008:355)', provision: '2 kap. 7 a §' },
  ],
  confidentialityDutyConfirmed: true,
  secrecyProvisions: ['25:1'],
}

/** Personnummer for safe identification (DSL 3:10). */
export const safeIdentity: ActivityData = {
  nationalIdGround: 'secureIdentification',
  nationalIdJustification: 'En förväxling kan skada någon.',
}

/** Kept as long as the Patient Data Act says: at least ten years after the last entry (PDL 3:17). */
export const recordRetention: ActivityData['retentionRules'] = [
  {
    categories: 'all',
    action: 'preserve',
    min: true,
    period: 'P10Y',
    trigger: 'lastEntry',
    support: [{ act: 'Patientdatalagen (2008:355)', provision: '3 kap. 17 §' }],
  },
]

/** A classification and a risk analysis that are kept in the diary until they have records of their own. */
export function assessed(diary: string, date: string, result = 'K3 R3 T3 S3'): ActivityData {
  return {
    classificationId: { diaryNumber: `${diary}-1`, date, result },
    riskAnalysisIds: [{ diaryNumber: `${diary}-2`, date, result: 'Godkänd' }],
  }
}
