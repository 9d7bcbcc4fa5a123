import type { JSX } from 'preact'
import { getJson } from '../api/request.ts'
import { Findings, type FindingItem } from '../components/findings.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'

interface OrgFinding extends FindingItem {
  target: { kind: string; id: string; name: string }
}

/** What is wrong with the organisation itself: no officer, no coordinator, roles that do not go together. */
export function OrgFindings(): JSX.Element | null {
  const { data: findings } = useLoad('org-findings', async () =>
    (await getJson<{ items: OrgFinding[] }>('/api/directory/findings')).items.map((finding) => ({
      ...finding,
      pointer: `${finding.pointer}#${finding.target.id}`,
    })),
  )
  if (!findings?.length) return null
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
