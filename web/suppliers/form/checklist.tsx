import type { JSX } from 'preact'
import { longText, text, yesNo } from '../../../functions/fields/field.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { FieldControl } from '../../forms/field-control.tsx'
import { t } from '../../text/text.ts'
import { supplierCode } from '../words.ts'

const meets = yesNo('art28')
const clause = text('clause', 80)
const comment = longText('comment', 1000)

/** What DSF 28.3 demands letter by letter: whether the agreement says so, where, and what there is to remark. */
export function Checklist(): JSX.Element {
  return (
    <fieldset class="ds-fieldset fk-mt-l">
      <legend class="ds-label">{t('supplier-form.checklist')}</legend>
      <ol class="fk-plain">
        {supplierVocabularies.clause.map((letter) => (
          <li key={letter} class="fk-letter">
            <FieldControl
              field={meets}
              pointer={`/art28/${letter}`}
              path={['art28', letter]}
              label={t('supplier-form.letter', { letter, what: supplierCode('clause', letter) })}
            />
            <div class="fk-fieldgrid fk-mt-s">
              {[clause, comment].map((field) => (
                <FieldControl
                  key={field.name}
                  field={field}
                  pointer={`/art28Notes/${letter}/${field.name}`}
                  path={['art28Notes', letter, field.name]}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
