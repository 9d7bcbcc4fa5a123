import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Envelope, List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames, type Names } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { SearchBox } from '../lists/search-box.tsx'
import type { PageProps } from '../router/page.ts'
import { hasRole, useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { AdminFrame } from './admin-frame.tsx'
import { PersonDialog, type Person, type PersonData } from './person-dialog.tsx'

const pageSize = 50

/** People of the directory: search, add, change. */
export function PeoplePage({ query }: PageProps): JSX.Element {
  const names = useNames()
  const { route } = useLocation()
  const mayEdit = hasRole(useSession(), 'platformAdmin')
  const [open, setOpen] = useState<Person | 'new'>()
  const [shown, setShown] = useState(pageSize)
  const words = query['q']?.trim() ?? ''
  const {
    data: people,
    error,
    reload,
  } = useLoad(`${words} ${shown}`, () =>
    withNames(readPeople(words, shown), ({ items }) => items.map((person) => person.data.orgUnitId)),
  )
  return (
    <AdminFrame
      tab="people"
      actions={
        mayEdit && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('admin.person.add')}
          </button>
        )
      }
    >
      <search class="fk-searchbox">
        <SearchBox
          value={words}
          label={t('admin.person.search')}
          hint={t('admin.person.searchHint')}
          onSearch={(q) => route(q ? `/katalog/personer?q=${encodeURIComponent(q)}` : '/katalog/personer', true)}
        />
      </search>
      <div class="fk-mt">
        {error !== undefined && <Trouble error={error} retry={reload} />}
        {!people && error === undefined && <Waiting lines={8} />}
        {people?.items.length === 0 && <Empty heading={t('admin.person.none')} />}
        {people && people.items.length > 0 && (
          <Table
            caption={t('admin.tab.people')}
            columns={columns(names, mayEdit ? setOpen : undefined)}
            rows={people.items}
            rowKey={(person) => person.id}
          />
        )}
        {people?.next && (
          <div class="fk-more">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setShown(shown + pageSize)}>
              {t('admin.more', { count: pageSize })}
            </button>
          </div>
        )}
      </div>
      {open && (
        <PersonDialog
          person={open === 'new' ? undefined : open}
          onDone={() => {
            setOpen(undefined)
            reload()
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </AdminFrame>
  )
}

async function readPeople(words: string, wanted: number): Promise<List<Person>> {
  const items: Person[] = []
  let next: string | undefined
  do {
    const query = new URLSearchParams({
      limit: String(pageSize),
      ...(words ? { q: words } : {}),
      ...(next ? { cursor: next } : {}),
    })
    const page = await getJson<List<Envelope<PersonData>>>(`/api/people?${query}`)
    items.push(...page.items)
    next = page.next
  } while (next && items.length < wanted)
  return { items, ...(next ? { next } : {}) }
}

function columns(names: Names, onEdit: ((person: Person) => void) | undefined): Column<Person>[] {
  return [
    { id: 'name', label: t('admin.person.name'), head: true, cell: ({ data }) => data.displayName },
    { id: 'title', label: t('admin.person.title'), cell: ({ data }) => data.title ?? '–' },
    { id: 'unit', label: t('admin.person.unit'), cell: ({ data }) => names.unit(data.orgUnitId) },
    { id: 'userId', label: t('admin.person.userId'), cell: ({ data }) => <span class="fk-id">{data.userId}</span> },
    ...(onEdit
      ? [
          {
            id: 'edit',
            label: t('admin.action'),
            cell: (person: Person) => (
              <button type="button" class="fk-linklike" onClick={() => onEdit(person)}>
                {t('admin.edit')}
                <span class="ds-sr-only"> {person.data.displayName}</span>
              </button>
            ),
          },
        ]
      : []),
  ]
}
