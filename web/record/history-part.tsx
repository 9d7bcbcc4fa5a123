import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { managedFields } from '../../functions/processing/form.ts'
import type { ActivityRecord } from '../api/activities.ts'
import type { Revision } from '../api/record.ts'
import { t } from '../text/text.ts'
import { entryOf, firstPair, foldHistory } from './fold.ts'
import { RevisionChooser } from './revision-chooser.tsx'
import { RevisionDiff } from './revision-diff.tsx'

const beside = [...managedFields, 'initiatorStatement']
const isAnswer = (pointer: string): boolean => !beside.includes(pointer.split('/')[1] ?? '')

interface Props {
  record: ActivityRecord
  revisions: readonly Revision[]
}

/** Who changed what and when; any two revisions side by side. */
export function HistoryPart({ record, revisions }: Props): JSX.Element {
  const [chosen, setChosen] = useState<{ from: number; to: number }>()
  const entries = foldHistory(revisions)
  const pair = chosen ?? firstPair(entries, isAnswer)
  return (
    <div class="fk-split fk-mt" data-left>
      <section aria-labelledby="revisioner">
        <h2 class="fk-h2" id="revisioner">
          {t('record.history.heading')}
        </h2>
        <RevisionChooser record={record} entries={entries} pair={pair} onChoose={setChosen} />
      </section>
      <section aria-labelledby="jamforelse">
        {pair ? (
          <RevisionDiff id={record.id} pair={pair} entry={entryOf(entries, pair.to)} />
        ) : (
          <>
            <h2 class="fk-h2" id="jamforelse">
              {t('record.history.onlyOne')}
            </h2>
            <p class="fk-dim">{t('record.history.onlyOneText')}</p>
          </>
        )}
      </section>
    </div>
  )
}
