import type { JSX } from 'preact'
import { type FindingItem, Findings } from '../../components/findings.tsx'
import { Icon } from '../../components/icon.tsx'
import { levels } from '../../components/severity.tsx'
import { elementId } from '../../notification/pointer.ts'
import { t } from '../../text/text.ts'

interface Props {
  findings: readonly FindingItem[]
  /** Where a finding is mended; nowhere for those who may not. */
  mendAddress: ((finding: FindingItem) => string) | undefined
}

/** What is wrong, gravest first, what to do, and a link to where it is done. */
export function RecordFindings({ findings, mendAddress }: Props): JSX.Element {
  return (
    <section class="fk-sec" data-first aria-labelledby="avvikelser">
      <header>
        <h2 class="fk-h2" id="avvikelser">
          {t('supplier-record.findings')} <span class="fk-count">{findings.length}</span>
        </h2>
      </header>
      {findings.length === 0 ? (
        <p class="fk-ok">
          <Icon name="check" />
          {t('supplier-record.noFindings')}
        </p>
      ) : (
        <Findings
          findings={findings.toSorted((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity))}
          aside={(finding) =>
            mendAddress && (
              <a class="ds-link" href={mendAddress(finding)}>
                {t('supplier-record.mend')}
              </a>
            )
          }
        />
      )}
    </section>
  )
}

/** The place of the form where a field is answered. */
export function formPlace(address: string, pointer: string): string {
  return pointer.length > 1 ? `${address}#${elementId(pointer)}` : address
}
