import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Revision } from '../api/record.ts'
import type { ComparedRow } from '../compare/compare.ts'
import { ProofLater } from '../proof/proof-later.tsx'
import { t } from '../text/text.ts'
import { entryOf, firstPair, foldHistory, type Entry } from './fold.ts'
import { RevisionChooser } from './revision-chooser.tsx'
import { RevisionDiff } from './revision-diff.tsx'

interface Props<R> {
  plural: string
  id: string
  revisions: readonly Revision[]
  hrefOf: (revision: number) => string
  didText: (entry: Entry) => string
  /** Tells what people wrote from what the register itself writes. */
  isAnswer: (pointer: string) => boolean
  read: (revision: number) => Promise<R>
  compare: (before: R, after: R) => ComparedRow[]
}

/** Who changed what and when; any two revisions of a record of any kind side by side. */
export function HistoryPart<R>(props: Props<R>): JSX.Element {
  const { plural, id, revisions, hrefOf, didText, isAnswer, read, compare } = props
  const [chosen, setChosen] = useState<{ from: number; to: number }>()
  const entries = foldHistory(revisions)
  const first = revisions.at(-1)
  const pair = chosen ?? firstPair(entries, isAnswer)
  return (
    <>
      <div class="fk-split fk-mt" data-left>
        <section aria-labelledby="revisioner">
          <h2 class="fk-h2" id="revisioner">
            {t('record.history.heading')}
          </h2>
          <RevisionChooser hrefOf={hrefOf} didText={didText} entries={entries} pair={pair} onChoose={setChosen} />
        </section>
        <section aria-labelledby="jamforelse">
          {pair ? (
            <RevisionDiff id={id} pair={pair} entry={entryOf(entries, pair.to)} read={read} compare={compare} />
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
      {first && <ProofLater plural={plural} id={id} made={first.at} />}
    </>
  )
}
