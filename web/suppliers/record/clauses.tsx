import type { JSX } from 'preact'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { Icon, Sign } from '../../components/icon.tsx'
import { Severity } from '../../components/severity.tsx'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { supplierCode } from '../words.ts'

/** What DSF 28.3 demands, letter by letter: whether the agreement says so, and where. */
export function Clauses({ record: { data } }: { record: AgreementRecord }): JSX.Element {
  const letters = supplierVocabularies.clause
  const unmet = letters.filter((letter) => data.art28?.[letter] === false).length
  const met = letters.filter((letter) => data.art28?.[letter] === true).length
  return (
    <section class="fk-sec" aria-labelledby="artikel28">
      <header>
        <h2 class="fk-h2" id="artikel28">
          {t('supplier-record.clauses.heading')}
        </h2>
        <span class="fk-row">
          {t('supplier-record.clauses.met', { met, count: letters.length })}
          {unmet > 0 && <Severity level="H" count={unmet} />}
        </span>
      </header>
      <ol class="fk-a28 fk-plain">
        {letters.map((letter) => {
          const note = data.art28Notes?.[letter]
          return (
            <li key={letter} id={`f-art28-${letter}`}>
              <b>{letter}</b>
              <Met value={data.art28?.[letter]} />
              <div>
                {supplierCode('clause', letter)}
                {note?.comment && (
                  <>
                    <br />
                    <span class="fk-small">{note.comment}</span>
                  </>
                )}
              </div>
              <span class="fk-dim">{note?.clause}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Met({ value }: { value: boolean | undefined }): JSX.Element {
  if (value === undefined) return <span class="fk-dim">{t('supplier-record.clauses.unknown')}</span>
  return value ? (
    <span class="fk-ok">
      <Icon name="check" />
      {t('supplier-record.clauses.yes')}
    </span>
  ) : (
    <span class="fk-sev" data-sev="h">
      <Sign id="sev-h" />
      {t('supplier-record.clauses.no')}
    </span>
  )
}
