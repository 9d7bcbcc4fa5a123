import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import type { Envelope } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Empty } from '../components/empty.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { SearchBox } from '../lists/search-box.tsx'
import type { PageProps } from '../router/page.ts'
import { recordAddress } from '../router/record-address.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasText, t } from '../text/text.ts'

interface Group {
  kind: string
  items: Envelope<{ name?: string; displayName?: string; orgUnitId?: string }>[]
  more: boolean
}

/** Hits of every kind under each other; the first ones of each, with a way to all activities. */
export function SearchPage({ query }: PageProps): JSX.Element {
  const words = query['q']?.trim() ?? ''
  const { route } = useLocation()
  const {
    data: groups,
    error,
    reload,
  } = useLoad(
    words || undefined,
    async () => (await getJson<{ items: Group[] }>(`/api/search?q=${encodeURIComponent(words)}`)).items,
  )
  useTitle([words ? t('search.title', { words }) : t('search.heading')])
  return (
    <Main size="sm">
      <h1 class="fk-h1">{t('search.heading')}</h1>
      <search class="fk-searchbox">
        <SearchBox
          value={words}
          label={t('search.label')}
          hint={t('search.hint')}
          onSearch={(q) => route(q ? `/sok?q=${encodeURIComponent(q)}` : '/sok', true)}
        />
      </search>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {words && !groups && error === undefined && <Waiting lines={6} />}
      {words && groups?.length === 0 && (
        <div class="fk-mt-l">
          <Empty heading={t('search.none', { words })}>
            <p>{t(words.length < 2 ? 'search.tooShort' : 'search.noneText')}</p>
          </Empty>
        </div>
      )}
      {words && groups?.map((group) => <Hits key={group.kind} group={group} words={words} />)}
    </Main>
  )
}

function Hits({ group, words }: { group: Group; words: string }): JSX.Element {
  const names = useNames()
  const id = `traffar-${group.kind}`
  return (
    <section class="fk-sec" aria-labelledby={id}>
      <header>
        <h2 class="fk-h2" id={id}>
          {t(`search.kind.${group.kind}`)}
        </h2>
        {group.more && listOf(group.kind) && (
          <a class="ds-link" href={`${listOf(group.kind)}${encodeURIComponent(words)}`}>
            {t('search.all')}
          </a>
        )}
      </header>
      <ul class="fk-plain" data-gap>
        {group.items.map((item) => {
          const name = item.data.name ?? item.data.displayName ?? item.number ?? item.id
          return (
            <li key={item.id}>
              {recordAddress(item.kind, item.id) ? (
                <a class="ds-link" href={recordAddress(item.kind, item.id)}>
                  {name}
                </a>
              ) : (
                name
              )}{' '}
              {hasText(`parts.state.${item.state}`) && recordAddress(item.kind, item.id) && (
                <StateTag state={item.state} />
              )}
              <br />
              <span class="fk-small fk-dim">
                {[item.number, names.unit(item.data.orgUnitId ?? item.orgUnitId)].filter(Boolean).join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The list in which all hits of a kind are found, up to the words. */
function listOf(kind: string): string | undefined {
  if (kind === 'activity') return '/registret?q='
  if (kind === 'supplier' || kind === 'agreement') return `${recordAddress(kind, '')?.slice(0, -1)}?q=`
  return recordAddress(kind, '') === undefined ? undefined : `/tillgangar?kind=${kind}&q=`
}
