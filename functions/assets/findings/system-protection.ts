import { addMonths } from '../../processing/calendar.ts'
import { durationInMonths } from '../../processing/duration.ts'
import { belowBaseline } from './backup-baseline.ts'
import { type AssetRule, systems, used, when } from './rule.ts'
import { isPatientSystem, isSensitiveSystem, isSocialSystem } from './traits.ts'

const logYears = 5
const restoreTestMonths = 12
const wholeLog = ['who', 'what', 'when', 'unit', 'subject']
const strong = ['twoFactor', 'siths', 'bankId']
const backupParts = ['scope', 'interval', 'generations', 'storage', 'readabilityCheck', 'restoreTestInterval'] as const

/** Rules about the log, access and copies of a system (domain section 5, AP). */
export const protectionRules: readonly AssetRule[] = [
  {
    id: 'AP-02',
    source: 'PDL 4:3, SoLPUL 10 §, S4',
    kinds: systems,
    states: used,
    test(asset) {
      const { logFunction = 'unknown' } = asset.data
      if (logFunction === 'yes' || !isSensitiveSystem(asset)) return []
      const critical = logFunction === 'no' && (isPatientSystem(asset) || isSocialSystem(asset))
      return when(true, critical ? 'K' : 'H', '/logFunction')
    },
  },
  {
    id: 'AP-03',
    source: 'HSLF40 4:9–9 a',
    kinds: systems,
    states: used,
    test(asset) {
      const { logFunction, logContent = [] } = asset.data
      const whole = wholeLog.every((part) => logContent.includes(part))
      return when(logFunction === 'yes' && isPatientSystem(asset) && !whole, 'H', '/logContent')
    },
  },
  {
    id: 'AP-04',
    source: 'HSLF40 4:9–9 a',
    kinds: systems,
    states: used,
    test(asset) {
      const months = durationInMonths(asset.data.logRetention ?? '') ?? 0
      const kept = asset.data.logRetention !== undefined
      return when(kept && months < logYears * 12 && isPatientSystem(asset), 'H', '/logRetention')
    },
  },
  {
    id: 'AP-10',
    source: 'S4, HSLF40 3:15',
    kinds: systems,
    states: used,
    test: (asset) =>
      when(
        isSensitiveSystem(asset) && !(asset.data.authenticationMethods ?? []).some((method) => strong.includes(method)),
        'H',
        '/authenticationMethods',
      ),
  },
  {
    id: 'AP-11',
    source: 'S0, HSLF40 3:15',
    kinds: systems,
    states: used,
    test: (asset) =>
      when(
        isPatientSystem(asset) && asset.data.openNetwork && asset.data.encryptionInTransit !== true,
        'K',
        '/encryptionInTransit',
      ),
  },
  {
    id: 'AP-12',
    source: 'S0',
    kinds: systems,
    states: ['inOperation'],
    test({ data: { backup = {}, usingOrgUnitIds = [] } }, { backupBaseline }) {
      if (backupParts.some((part) => !backup[part])) return when(true, 'H', '/backup')
      const baseline = usingOrgUnitIds.flatMap((unit) => backupBaseline?.(unit) ?? [])[0] ?? {}
      return belowBaseline(backup, baseline).map((part) => ({
        severity: 'H',
        pointer: `/backup/${part}`,
        passing: true,
      }))
    },
  },
  {
    id: 'AP-13',
    source: 'S0, HSLF40 3:13',
    kinds: systems,
    states: ['inOperation'],
    test({ data: { backup = {} } }, { today }) {
      const { lastRestoreTestAt: at, restoreTestInterval } = backup
      if (!at) return when(true, 'H', '/backup/lastRestoreTestAt')
      const months = Math.round(durationInMonths(restoreTestInterval ?? '') ?? restoreTestMonths)
      return when(addMonths(at, months) < today, 'H', '/backup/lastRestoreTestAt', { passing: true })
    },
  },
  {
    id: 'AP-14',
    source: 'S0',
    kinds: systems,
    states: ['inOperation'],
    test: ({ data: { backup = {} } }) => when(backup.separateSite !== true, 'H', '/backup/separateSite'),
  },
  {
    id: 'AP-15',
    source: 'S0',
    kinds: systems,
    states: ['inOperation'],
    test({ data: { operationsDoc, lastMajorChangeAt } }) {
      if (!operationsDoc?.ref) return when(true, 'M', '/operationsDoc')
      const { coversBackup, coversRestart, coversLogs, coversInstall, copySeparate, updatedAt } = operationsDoc
      const whole = coversBackup && coversRestart && coversLogs && coversInstall && copySeparate
      const outrun = lastMajorChangeAt && (updatedAt ?? '') < lastMajorChangeAt
      return when(!whole || outrun, 'M', '/operationsDoc')
    },
  },
  {
    id: 'AP-18',
    source: 'PDL 4:2, HSLF40 4:2, S4',
    kinds: systems,
    states: used,
    test(asset) {
      const patient = isPatientSystem(asset)
      if (!patient && !isSocialSystem(asset)) return []
      const done = (asset.data.riskAnalysisIds ?? []).some(
        ({ type, date, diaryNumber, coSigned }) => type === 'access' && date && diaryNumber && (!patient || coSigned),
      )
      return when(!done, 'H', '/riskAnalysisIds')
    },
  },
  {
    id: 'AP-20',
    source: 'OSL 21:3, S4',
    kinds: systems,
    states: used,
    test: ({ data: { protectedIdentitySupport = 'unknown' }, activities = [] }) =>
      when(
        activities.some((one) => one.protectedIdentities === 'yes') &&
          !['yes', 'na'].includes(protectedIdentitySupport),
        'H',
        '/protectedIdentitySupport',
        { passing: true },
      ),
  },
  {
    id: 'AP-23',
    source: 'PDL 4:4',
    kinds: systems,
    states: used,
    test: (asset) =>
      when(
        isPatientSystem(asset) && ['no', 'unknown'].includes(asset.data.blockingSupport ?? 'unknown'),
        'M',
        '/blockingSupport',
      ),
  },
]
