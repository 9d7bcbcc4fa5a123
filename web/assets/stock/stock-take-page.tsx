import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../../api/problem.ts'
import { moveRecord, readRecord } from '../../api/records.ts'
import { Counts } from '../../components/counts.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNames, withNames } from '../../directory/names.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { announce } from '../../shell/announcer.tsx'
import { Main } from '../../shell/main.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text/text.ts'
import { CountField } from './count-field.tsx'
import { OutcomeList } from './outcome-list.tsx'
import { countThings, readOutcome, type StockTakeData } from './stock-take.ts'
import { VerifyFound } from './verify-found.tsx'

/** One walk: a field for what is seen, and what is found, missing and unexpected so far. */
export function StockTakePage({ params }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const names = useNames()
  const { data, error, reload } = useLoad(id, () =>
    withNames(Promise.all([readRecord<StockTakeData>('stock-takes', id), readOutcome(id)])),
  )
  const [trouble, setTrouble] = useState<string>()
  const [take, outcome] = data ?? []
  const heading = take && t('asset-work.stock.of', { unit: names.unit(take.data.orgUnitId) })
  useTitle([heading], take !== undefined)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  const act = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    setTrouble(undefined)
    try {
      await work()
      announce(said)
    } catch (problem) {
      const stale = problem instanceof Problem && problem.status === 412
      setTrouble(t(stale ? 'asset-work.stock.again' : 'parts.trouble.server.text'))
    }
    reload()
  }
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {!take && error === undefined && <Waiting lines={9} />}
      {take && outcome && (
        <>
          <h1 class="fk-h1">{heading}</h1>
          {take.state === 'open' && take.allowed.includes('count') && (
            <CountField
              onCount={(codes) =>
                void act(
                  () => countThings(id, take.revision, codes),
                  t('asset-work.stock.counted', { count: codes.length }),
                )
              }
            />
          )}
          {trouble && (
            <p class="fk-small" role="alert">
              {trouble}
            </p>
          )}
          <section class="fk-sec" aria-labelledby="hittills">
            <header>
              <h2 class="fk-h2" id="hittills">
                {t('asset-work.stock.sofar')}
              </h2>
            </header>
            <Counts
              counts={[
                { tone: 'new', count: outcome.found.length, label: t('asset-work.stock.found') },
                { tone: 'same', count: outcome.missing.length, label: t('asset-work.stock.missing') },
                { tone: 'wrong', count: outcome.unexpected.length, label: t('asset-work.stock.unexpected') },
              ]}
            />
            {outcome.more && <p class="fk-small fk-mt-s">{t('asset-work.stock.more')}</p>}
          </section>
          <OutcomeList outcome={outcome} names={names} />
          <div class="fk-bar" role="group" aria-label={t('asset-work.stock.end')}>
            {outcome.found.length > 0 && <VerifyFound ids={outcome.found.map((asset) => asset.id)} />}
            {take.allowed.includes('close') && (
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                onClick={() =>
                  void act(() => moveRecord('stock-takes', id, take.revision, 'close'), t('asset-work.stock.closed'))
                }
              >
                {t('asset-work.stock.close')}
              </button>
            )}
            {take.allowed.includes('reopen') && (
              <button
                type="button"
                class="ds-button"
                data-variant="tertiary"
                onClick={() =>
                  void act(() => moveRecord('stock-takes', id, take.revision, 'reopen'), t('asset-work.stock.open'))
                }
              >
                {t('asset-work.stock.reopen')}
              </button>
            )}
          </div>
        </>
      )}
    </Main>
  )
}
