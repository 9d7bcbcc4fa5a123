import type { ComponentChildren, JSX } from 'preact'
import { hasText, t } from '../text/text.ts'
import { Severity, type Level } from './severity.tsx'

/** A computed shortcoming as the API tells it. */
export interface FindingItem {
  rule: string
  severity: Level
  pointer: string
  source: string
  detail?: string
  blocks?: boolean
}

interface Props {
  findings: readonly FindingItem[]
  /** Who acts, by when, and the link that does it. */
  aside?: (finding: FindingItem) => ComponentChildren
}

/** Gravest first: severity, what is wrong, what to do, the law in dim text, and who does it. */
export function Findings({ findings, aside }: Props): JSX.Element {
  return (
    <ul class="fk-find-list fk-plain">
      {findings.map((finding) => (
        <li key={finding.rule + finding.pointer}>
          <div>
            <Severity level={finding.severity} />
          </div>
          <div>
            <b>{findingTitle(finding)}</b> {findingAction(finding)}
            <small>{finding.source}</small>
          </div>
          <div class="fk-small">{aside?.(finding)}</div>
        </li>
      ))}
    </ul>
  )
}

/** What is wrong, as a sentence. */
export function findingTitle(finding: FindingItem): string {
  const key = `findings.${finding.rule}.title`
  return hasText(key) ? t(key) : (finding.detail ?? finding.rule)
}

function findingAction(finding: FindingItem): string {
  const key = `findings.${finding.rule}.action`
  return hasText(key) ? t(key) : ''
}
