import type { ComponentChildren, JSX } from 'preact'
import { Severity, type Level } from './severity.tsx'

/** A computed shortcoming as the API tells it: `detail` is what is wrong, `action` what to do. */
export interface FindingItem {
  rule: string
  severity: Level
  pointer: string
  source: string
  detail?: string
  action?: string
  law?: string
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
            <b>{sentence(finding.detail ?? finding.rule)}</b> {finding.action && sentence(finding.action)}
            <small>{finding.law ?? finding.source}</small>
          </div>
          <div class="fk-small">{aside?.(finding)}</div>
        </li>
      ))}
    </ul>
  )
}

function sentence(text: string): string {
  return /[.?:]$/.test(text) ? text : `${text}.`
}
