import type { JSX } from 'preact'
import { now } from '../../api/clock.ts'
import { Icon } from '../../components/icon.tsx'
import { Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { recentImports } from '../../intake/job.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { dayOf, numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AssetKind } from '../asset.ts'
import { readWatched } from './watch.ts'

const soonDays = 90

/** What the assets that a person keeps are waiting for, each line a way to the list of them; then files half-way in. */
export function WatchList({ kinds }: { kinds: readonly AssetKind[] }): JSX.Element {
  const names = kinds.map(({ name }) => name).join()
  const today = dayOf(now())
  const soon = dayOf(new Date(now().getTime() + soonDays * 86_400_000))
  const watched = useLoad(`watched ${names}`, () => readWatched(kinds, today, soon))
  const imports = useLoad(`imports ${names}`, async () => {
    const lists = await Promise.all(kinds.map(({ name }) => recentImports(name)))
    return lists.flat().filter(({ state }) => state === 'mapping' || state === 'checked')
  })
  return (
    <section class="fk-sec" aria-labelledby="se-over">
      <header>
        <h2 class="fk-h2" id="se-over">
          {t('asset-start.heading')}
        </h2>
        <a class="ds-link fk-small" href="/tillgangar">
          {t('asset-start.all')}
        </a>
      </header>
      {watched.error !== undefined && <Trouble error={watched.error} retry={watched.reload} />}
      {!watched.data && watched.error === undefined && <Waiting lines={5} />}
      {watched.data?.length === 0 && (
        <p class="fk-ok">
          <Icon name="check" />
          {t('asset-start.nothing')}
        </p>
      )}
      {watched.data && watched.data.length > 0 && (
        <Table
          caption={t('asset-start.heading')}
          flush
          rows={watched.data}
          rowKey={({ what, kind }) => what + kind}
          columns={[
            {
              id: 'what',
              label: t('asset-start.what'),
              head: true,
              cell: ({ what, href }) => (
                <a class="fk-rec" href={href}>
                  {t(`asset-start.watch.${what}`)}
                </a>
              ),
            },
            { id: 'kind', label: t('asset-start.kind'), cell: ({ kind }) => t(`asset-start.kinds.${kind}`) },
            {
              id: 'count',
              label: t('asset-start.count'),
              num: true,
              cell: ({ count, more }) => (more ? t('asset-start.atLeast', { count }) : numberText(count)),
            },
          ]}
        />
      )}
      {imports.data?.map(({ id, fileName, source }) => (
        <p key={id} class="fk-mt-s">
          <a class="ds-link" href={`/inlasning/${id}`}>
            {t('asset-start.import', { file: fileName, source })}
          </a>
        </p>
      ))}
    </section>
  )
}
