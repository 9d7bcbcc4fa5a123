import type { JSX } from 'preact'
import { type Counts, Severities } from '../components/severity.tsx'

/** Findings by severity; an empty place of the same width until the figures have come, so that nothing moves. */
export function FindingFigures({ counts }: { counts: Counts | undefined }): JSX.Element {
  return <span class="fk-figures">{counts ? <Severities counts={counts} /> : '\u00a0'}</span>
}
