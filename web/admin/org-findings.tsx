import type { JSX } from 'preact'
import { getJson } from '../api/request.ts'
import { Findings, type FindingItem } from '../components/findings.tsx'
import { t } from '../text/text.ts'

export interface OrgFinding extends FindingItem {
  target: { kind: string; id: string; name: string }
}

/** What is wrong with the organisation; nothing for those who may not read it. */
export async function readOrgFindings(): Promise<OrgFinding[]> {
  try {
    const { items } = await getJson<{ items: OrgFinding[] }>('/api/directory/findings')
    return items.map((finding) => ({ ...finding, pointer: `${finding.pointer}#${finding.target.id}` }))
  } catch {
    return []
  }
}

/** What is wrong with the organisation itself: no officer, no coordinator, roles that do not go together. */
export function OrgFindings({ findings }: { findings: readonly OrgFinding[] }): JSX.Element | null {
  if (findings.length === 0) return null
  return (
    <section class="fk-sec" data-first aria-labelledby="brister">
      <header>
        <h2 class="fk-h2" id="brister">
          {t('admin.findings')} <span class="fk-count">{findings.length}</span>
        </h2>
      </header>
      <Findings findings={findings} aside={(finding) => (finding as OrgFinding).target.name} />
    </section>
  )
}
