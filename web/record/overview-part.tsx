import type { JSX } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { Findings, type FindingItem } from '../components/findings.tsx'
import { Icon } from '../components/icon.tsx'
import { useNames } from '../directory/names.ts'
import { formAddress } from '../moves/missing-list.tsx'
import { t } from '../text/text.ts'
import type { Dossier } from './dossier.ts'
import { findingsOfRecord } from './findings-of-record.ts'
import { Neighbourhood } from './neighbourhood.tsx'
import { partAddress } from './parts.ts'
import { Remarks } from './remarks.tsx'

/** Findings with what to do, the officer's remarks, and the picture of what it hangs together with. */
export function OverviewPart({ dossier, onChange }: { dossier: Dossier; onChange: () => void }): JSX.Element {
  const { record, links } = dossier
  const findings = findingsOfRecord(record)
  return (
    <>
      <section class="fk-sec" data-first aria-labelledby="avvikelser">
        <header>
          <h2 class="fk-h2" id="avvikelser">
            {t('record.findings.heading')} <span class="fk-count">{findings.length}</span>
          </h2>
        </header>
        {findings.length === 0 ? (
          <p class="fk-ok">
            <Icon name="check" />
            {t('record.findings.none')}
          </p>
        ) : (
          <Findings findings={findings} aside={(finding) => <FindingAside record={record} finding={finding} />} />
        )}
      </section>
      <Remarks record={record} onChange={onChange} />
      <Neighbourhood record={record} links={links} />
    </>
  )
}

/** Who does something about it, and the one link that leads there. */
function FindingAside({ record, finding }: { record: ActivityRecord; finding: FindingItem }): JSX.Element | null {
  const names = useNames()
  const question = questionAt(finding.pointer)
  const who = names.person(record.data.contactPersonId)
  const mayEdit = record.allowed.includes('edit')
  const href = question
    ? mayEdit
      ? formAddress(record.id, question.id)
      : `${partAddress(record.id, { part: 'svar' })}#${question.id.toLowerCase()}`
    : undefined
  return (
    <>
      {who && (
        <>
          {who}, {t('parts.role.contact')}
          <br />
        </>
      )}
      {href && (
        <a class="ds-link" href={href}>
          {t(mayEdit ? 'record.findings.change' : 'record.findings.see')}
        </a>
      )}
    </>
  )
}
