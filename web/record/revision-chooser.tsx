import type { JSX } from 'preact'
import { useNames } from '../directory/names.ts'
import { dateText, timeText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { Entry } from './fold.ts'

interface Pair {
  from: number
  to: number
}

interface Props {
  /** Where one revision is read. */
  hrefOf: (revision: number) => string
  /** What somebody did, in words. */
  didText: (entry: Entry) => string
  entries: readonly Entry[]
  pair: Pair | undefined
  onChoose: (pair: Pair) => void
}

/** Entries newest first; one chosen to compare from, one to compare to. */
export function RevisionChooser({ hrefOf, didText, entries, pair, onChoose }: Props): JSX.Element {
  const names = useNames()
  const oldest = entries.at(-1)
  const isIn = (entry: Entry, revision: number | undefined): boolean =>
    revision !== undefined && entry.first <= revision && revision <= entry.last
  return (
    <>
      <p class="fk-small fk-dim fk-mb-s">{t('record.history.choose')}</p>
      <p class="fk-revs__head" aria-hidden="true">
        <span>{t('record.history.from')}</span>
        <span>{t('record.history.to')}</span>
      </p>
      <ul class="fk-revs fk-plain">
        {entries.map((entry, i) => (
          <li key={entry.last}>
            <div class="fk-rev">
              <input
                class="ds-input"
                type="radio"
                name="from"
                aria-label={t('record.history.fromLabel', { name: numberOf(entry) })}
                checked={isIn(entry, pair?.from)}
                disabled={i === 0}
                onChange={() =>
                  onChoose({ from: entry.last, to: Math.max(pair?.to ?? entries[0]!.last, entries[i - 1]!.last) })
                }
              />
              <input
                class="ds-input"
                type="radio"
                name="to"
                aria-label={t('record.history.toLabel', { name: numberOf(entry) })}
                checked={isIn(entry, pair?.to)}
                disabled={entry === oldest}
                onChange={() =>
                  onChoose({ to: entry.last, from: Math.min(pair?.from ?? oldest!.last, entries[i + 1]!.last) })
                }
              />
              <span>
                <a class="ds-link" href={hrefOf(entry.last)}>
                  <b>{numberOf(entry)}</b>
                </a>
                , {dateText(entry.at)} {timeText(entry.at)}
                <br />
                <span class="fk-small">{what(entry, names.person(entry.by), didText(entry))}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function numberOf(entry: Entry): string {
  return entry.first === entry.last
    ? t('record.history.revision', { revision: String(entry.last) })
    : t('record.history.revisions', { first: String(entry.first), last: String(entry.last) })
}

/** "Amina Yusuf: skickade in. Nytt underbiträde i USA". */
function what(entry: Entry, who: string, did: string): string {
  return t(entry.comment ? 'record.history.whatWhy' : 'record.history.what', { who, did, why: entry.comment ?? '' })
}
