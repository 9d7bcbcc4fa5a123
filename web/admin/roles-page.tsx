import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { roles as assignableRoles } from '../../functions/directory/roles.ts'
import { useLocation } from 'preact-iso/router'
import { now } from '../api/clock.ts'
import { allPages } from '../api/all-pages.ts'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Select } from '../components/select.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames, type Names } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { hasRole, useSession } from '../shell/session.ts'
import { dateShort, dayOf } from '../text/format.ts'
import { language, t } from '../text/text.ts'
import { AdminFrame } from './admin-frame.tsx'
import { RoleDialog, type RoleAssignment } from './role-dialog.tsx'

const shownIds = (all: readonly RoleAssignment[]): unknown =>
  all.map(({ data }) => [data.personId, data.scopeOrgUnitId])

/** Who may do what, where and for how long. */
export function RolesPage({ query }: PageProps): JSX.Element {
  const names = useNames()
  const session = useSession()
  const { route } = useLocation()
  const mayEdit = hasRole(session, 'platformAdmin')
  const [open, setOpen] = useState<RoleAssignment | 'new'>()
  const role = assignableRoles.find((name) => name === query['roll'])
  const {
    data: all,
    error,
    reload,
  } = useLoad(`roles ${role ?? ''}`, () =>
    withNames(allPages<RoleAssignment>(`/api/role-assignments?limit=200${role ? `&role=${role}` : ''}`), shownIds),
  )
  const isOwn = (each: RoleAssignment): boolean => each.data.personId === session.person.id
  return (
    <AdminFrame
      tab="roles"
      actions={
        mayEdit && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('admin.role.add')}
          </button>
        )
      }
    >
      <div class="fk-narrow fk-mb-s">
        <Select
          label={t('admin.role.role')}
          options={assignableRoles.map((value) => ({ value, label: t(`parts.role.${value}`) }))}
          none={t('admin.role.all')}
          value={role ?? ''}
          onChange={(value) => route(value ? `/katalog/roller?roll=${value}` : '/katalog/roller', true)}
        />
      </div>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!all && error === undefined && <Waiting lines={8} />}
      {all?.length === 0 && <Empty heading={t('admin.role.none')} />}
      {all && all.length > 0 && (
        <Table
          caption={t('admin.tab.roles')}
          columns={columns(names, mayEdit ? (each) => !isOwn(each) && setOpen(each) : undefined, isOwn)}
          rows={inOrder(all, names)}
          rowKey={(each) => each.id}
        />
      )}
      {open && (
        <RoleDialog
          assignment={open === 'new' ? undefined : open}
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

function columns(
  names: Names,
  onEdit: ((assignment: RoleAssignment) => void) | undefined,
  isOwn: (assignment: RoleAssignment) => boolean,
): Column<RoleAssignment>[] {
  return [
    { id: 'person', label: t('admin.role.person'), head: true, cell: ({ data }) => names.person(data.personId) },
    { id: 'role', label: t('admin.role.role'), cell: ({ data }) => t(`parts.role.${data.role}`) },
    { id: 'scope', label: t('admin.role.scope'), cell: ({ data }) => names.unit(data.scopeOrgUnitId) },
    {
      id: 'from',
      label: t('admin.role.validFrom'),
      num: true,
      hideOnPhone: true,
      cell: ({ data }) => dateShort(data.validFrom),
    },
    {
      id: 'to',
      label: t('admin.role.validTo'),
      num: true,
      phoneLabel: t('admin.role.validTo'),
      cell: ({ data }) => until(data.validTo),
    },
    ...(onEdit
      ? [
          {
            id: 'edit',
            label: t('admin.action'),
            cell: (each: RoleAssignment) =>
              isOwn(each) ? (
                <span class="fk-dim">{t('admin.role.own')}</span>
              ) : (
                <button type="button" class="fk-linklike" onClick={() => onEdit(each)}>
                  {t('admin.edit')}
                  <span class="ds-sr-only"> {names.person(each.data.personId)}</span>
                </button>
              ),
          },
        ]
      : []),
  ]
}

/** By role as it reads, then by name. */
function inOrder(all: readonly RoleAssignment[], names: Names): RoleAssignment[] {
  const key = ({ data }: RoleAssignment): string => `${t(`parts.role.${data.role}`)} ${names.person(data.personId)}`
  return all.toSorted((a, b) => key(a).localeCompare(key(b), language()))
}

function until(day: string | undefined): JSX.Element | string {
  if (!day) return t('admin.role.open')
  return day < dayOf(now()) ? (
    <span class="fk-dim">{t('admin.role.over', { date: dateShort(day) })}</span>
  ) : (
    dateShort(day)
  )
}
