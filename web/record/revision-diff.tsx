import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readActivityAt } from '../api/history.ts'
import { useWords } from '../answers/words.ts'
import { Waiting } from '../components/waiting.tsx'
import { pairsOf } from '../compare/compare.ts'
import { CompareList } from '../compare/compare-list.tsx'
import { withNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'
import type { Entry } from './fold.ts'

interface Props {
  id: string
  pair: { from: number; to: number }
  entry: Entry | undefined
}

/** Two revisions side by side; what is the same comes on demand. */
export function RevisionDiff({ id, pair, entry }: Props): JSX.Element {
  const [all, setAll] = useState(false)
  const words = useWords()
  const { data, error, reload } = useLoad(`${id} ${pair.from} ${pair.to}`, () =>
    withNames(Promise.all([readActivityAt(id, { revision: pair.from }), readActivityAt(id, { revision: pair.to })])),
  )
  const heading = { from: String(pair.from), to: String(pair.to) }
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!data) {
    return (
      <>
        <h2 class="fk-h2" id="jamforelse">
          {t('record.history.comparing', heading)}
        </h2>
        <Waiting lines={6} />
      </>
    )
  }
  const pairs = pairsOf(data[0].data, data[1].data, words)
  const changed = pairs.filter((each) => each.isChanged)
  const same = pairs.length - changed.length
  return (
    <>
      <h2 class="fk-h2" id="jamforelse">
        {t(changed.length ? 'record.history.compared' : 'record.history.comparedNone', {
          ...heading,
          count: changed.length,
        })}
      </h2>
      {changed.length === 0 && <p class="fk-dim fk-mt-s">{t('record.history.sameAnswers')}</p>}
      {(changed.length > 0 || all) && (
        <div class="fk-mt-s">
          <CompareList
            pairs={all ? pairs : changed}
            before={<Side side="before" revision={pair.from} />}
            after={<Side side="after" revision={pair.to} />}
            mark={all}
          />
        </div>
      )}
      {entry?.comment && <p class="fk-small fk-dim fk-mt-s">{t('record.history.reason', { text: entry.comment })}</p>}
      {same > 0 && (
        <p class="fk-mt">
          <button type="button" class="fk-linklike" onClick={() => setAll(!all)}>
            {t(all ? 'record.history.hideSame' : 'record.history.showSame', { count: same })}
          </button>
        </p>
      )}
    </>
  )
}

function Side({ side, revision }: { side: 'before' | 'after'; revision: number }): JSX.Element {
  return (
    <>
      {t(`record.history.${side}`)}{' '}
      <span class="fk-dim fk-regular">{t('record.history.lower', { revision: String(revision) })}</span>
    </>
  )
}
