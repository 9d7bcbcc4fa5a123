import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { Envelope, List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Select } from '../components/select.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames, type Names } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { SearchBox } from '../lists/search-box.tsx'
import type { PageProps } from '../router/page.ts'
import { hasRole, useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { DialogLater } from '../loading/later.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { PersonDialog, type Person, type PersonData } from './person-dialog.tsx'

const pageSize = 50
/** Whom the list holds; those who have left are asked for. */
const stateKeys = { '': 'admin.person.stateActive', ended: 'admin.person.stateEnded' } as const
/** What stands for a user name once somebody's details are erased. */
const erasedName = /^erased-/

const eraseDialog = () => import('./erase-dialog.tsx').then((module) => module.EraseDialog)

/** People of the directory: search, add, change; the data protection officer erases who has left. */
export function PeoplePage({ query }: PageProps): JSX.Element {
  const names = useNames()
  const { route } = useLocation()
  const session = useSession()
  const mayEdit = hasRole(session, 'platformAdmin')
  const mayErase = hasRole(session, 'dpo')
  const [open, setOpen] = useState<Person | 'new'>()
  const [erasing, setErasing] = useState<Person>()
  const [shown, setShown] = useState(pageSize)
  const words = query['q']?.trim() ?? ''
  const state = query['state'] ?? ''
  const show = (asked: { q: string; state: string }): void => {
    const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
    route(`/katalog/personer${given.size ? `?${given}` : ''}`, true)
  }
  const {
    data: people,
    error,
    reload,
  } = useLoad(`${words} ${state} ${shown}`, () =>
    withNames(readPeople({ q: words, state }, shown), ({ items }) => items.map((person) => person.data.orgUnitId)),
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
          onSearch={(q) => show({ q, state })}
        />
      </search>
      <div class="fk-narrow fk-mt-s">
        <Select
          label={t('admin.person.which')}
          options={Object.entries(stateKeys).map(([value, key]) => ({ value, label: t(key) }))}
          value={state}
          onChange={(value) => show({ q: words, state: value })}
        />
      </div>
      <div class="fk-mt">
        {error !== undefined && <Trouble error={error} retry={reload} />}
        {!people && error === undefined && <Waiting lines={8} />}
        {people?.items.length === 0 && <Empty heading={t('admin.person.none')} />}
        {people && people.items.length > 0 && (
          <Table
            caption={t('admin.tab.people')}
            columns={columns(names, { onEdit: mayEdit && setOpen, onErase: mayErase && setErasing })}
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
      {erasing && (
        <DialogLater
          part="erase"
          load={eraseDialog}
          person={erasing}
          onDone={() => {
            setErasing(undefined)
            reload()
          }}
          onClose={() => setErasing(undefined)}
        />
      )}
    </AdminFrame>
  )
}

async function readPeople(asked: { q: string; state: string }, wanted: number): Promise<List<Person>> {
  const items: Person[] = []
  let next: string | undefined
  do {
    const given = Object.entries({ ...asked, cursor: next }).filter((pair): pair is [string, string] => !!pair[1])
    const query = new URLSearchParams([['limit', String(pageSize)], ...given])
    const page = await getJson<List<Envelope<PersonData>>>(`/api/people?${query}`)
    items.push(...page.items)
    next = page.next
  } while (next && items.length < wanted)
  return { items, ...(next ? { next } : {}) }
}

interface Actions {
  onEdit: false | ((person: Person) => void)
  onErase: false | ((person: Person) => void)
}

function columns(names: Names, { onEdit, onErase }: Actions): Column<Person>[] {
  return [
    {
      id: 'name',
      label: t('admin.person.name'),
      head: true,
      cell: ({ data }) => data.displayName,
    },
    { id: 'title', label: t('admin.person.title'), cell: ({ data }) => data.title ?? '–' },
    { id: 'unit', label: t('admin.person.unit'), cell: ({ data }) => names.unit(data.orgUnitId) },
    { id: 'userId', label: t('admin.person.userId'), cell: ({ data }) => <span class="fk-id">{data.userId}</span> },
    ...(onEdit || onErase
      ? [
          {
            id: 'edit',
            label: t('admin.action'),
            cell: (person: Person) => (
              <>
                {onEdit && <Action label={t('admin.edit')} person={person} onClick={onEdit} />}
                {onErase && isErasable(person) && (
                  <Action label={t('admin.erase.open')} person={person} onClick={onErase} />
                )}
              </>
            ),
          },
        ]
      : []),
  ]
}

function isErasable({ state, data }: Person): boolean {
  return state === 'ended' && !erasedName.test(data.userId)
}

interface ActionProps {
  label: string
  person: Person
  onClick: (person: Person) => void
}

function Action({ label, person, onClick }: ActionProps): JSX.Element {
  return (
    <button type="button" class="fk-linklike" onClick={() => onClick(person)}>
      {label}
      <span class="ds-sr-only"> {person.data.displayName}</span>
    </button>
  )
}
