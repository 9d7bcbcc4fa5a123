import type { JSX } from 'preact'
import type { Lack } from '../../api/problem.ts'
import { listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { formPlace } from './record-findings.tsx'

interface Props {
  record: AgreementRecord
  /** Where the agreement is changed, for those who may. */
  formAddress: string | undefined
}

/** What the agreement's next step still lacks, each with a link to its answer. */
export function Lacking({ record: { state, missing }, formAddress }: Props): JSX.Element {
  const isSigned = state === 'signed' || state === 'amending'
  return (
    <section class="fk-sec" data-first aria-labelledby="saknas">
      <header>
        <h2 class="fk-h2" id="saknas">
          {t(isSigned ? 'supplier-record.lacking.toActivate' : 'supplier-record.lacking.toSign')}
        </h2>
      </header>
      <ul class="ds-list">
        {joined(missing).map(({ pointer, detail }) => (
          <li key={pointer}>
            {formAddress && !pointer.startsWith('/checklist') ? (
              <a class="ds-link" href={formPlace(formAddress, pointer)}>
                {detail}
              </a>
            ) : (
              detail
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Letters of article 28.3 in one sentence, when several are missing. */
function joined(missing: readonly Lack[]): Lack[] {
  const letters = missing.filter(({ rule }) => rule === 'clause')
  if (letters.length < 2) return [...missing]
  const named = listText(letters.map(({ pointer }) => pointer.split('/').at(-1) ?? ''))
  const all = { ...letters[0]!, detail: t('supplier-record.lacking.clauses', { letters: named }) }
  return [all, ...missing.filter(({ rule }) => rule !== 'clause')]
}
