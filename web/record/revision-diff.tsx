import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Waiting } from '../components/waiting.tsx'
import type { ComparedRow } from '../compare/compare.ts'
import { CompareList } from '../compare/compare-list.tsx'
import { withNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'
import type { Entry } from './fold.ts'

interface Props<R> {
  id: string
  pair: { from: number; to: number }
  entry: Entry | undefined
  read: (revision: number) => Promise<R>
  /** Everything that either revision holds, row by row. */
  compare: (before: R, after: R) => ComparedRow[]
}

/** Two revisions side by side; what is the same comes on demand. */
export function RevisionDiff<R>({ id, pair, entry, read, compare }: Props<R>): JSX.Element {
  const [all, setAll] = useState(false)
  const { data, error, reload } = useLoad(`${id} ${pair.from} ${pair.to}`, () =>
    withNames(Promise.all([read(pair.from), read(pair.to)])),
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
  const pairs = compare(data[0], data[1])
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
