import type { Remark } from '../api/record.ts'
import type { FindingItem } from '../components/findings.tsx'

interface NewRemark {
  text: string
  ruleIds: string[]
  dueDate?: string
}

/** Critical and high findings, one for each rule, that no open remark speaks of yet (domain section 4). */
export function graveOf(findings: readonly FindingItem[], remarks: readonly Remark[]): FindingItem[] {
  const open = remarks.filter((remark) => !remark.closedAt)
  const isCovered = (rule: string): boolean => open.some(({ ruleIds }) => !ruleIds || ruleIds.includes(rule))
  const grave = findings.filter(({ severity, rule }) => (severity === 'K' || severity === 'H') && !isCovered(rule))
  return [...new Map(grave.map((finding) => [finding.rule, finding])).values()]
}

/** The remarks to send: one for all findings, or one for each that has a text. */
export function remarksOf(
  grave: readonly FindingItem[],
  texts: { [rule: string]: string },
  way: 'one' | 'each',
  dueDate: string,
): NewRemark[] {
  const due = dueDate ? { dueDate } : {}
  if (way === 'one') {
    const text = texts['all']?.trim()
    return text && grave.length ? [{ text, ruleIds: grave.map(({ rule }) => rule), ...due }] : []
  }
  return grave.flatMap(({ rule }) => {
    const text = texts[rule]?.trim()
    return text ? [{ text, ruleIds: [rule], ...due }] : []
  })
}
