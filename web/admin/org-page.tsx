import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames, type Names } from '../directory/names.ts'
import { forgetOrgUnits, orgUnits, treeRows, type Unit, type UnitRow } from '../directory/org-units.ts'
import { nearest } from '../directory/unit-path.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { hasRole, useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { AdminFrame } from './admin-frame.tsx'
import { baselineText } from './baseline.ts'
import { OrgFindings, readOrgFindings, type OrgFinding } from './org-findings.tsx'
import { UnitDialog } from './unit-dialog.tsx'

/** The organisation as a tree, with the controller and data protection officer of each part. */
export function OrgPage(): JSX.Element {
  const names = useNames()
  const mayEdit = hasRole(useSession(), 'platformAdmin')
  const [open, setOpen] = useState<Unit | 'new'>()
  const { data, error, reload } = useLoad('org', readOrganisation)
  const units = data?.units
  const done = (): void => {
    setOpen(undefined)
    forgetOrgUnits()
    reload()
  }
  return (
    <AdminFrame
      tab="org"
      actions={
        mayEdit && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('admin.unit.add')}
          </button>
        )
      }
    >
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!units && error === undefined && <Waiting lines={10} />}
      {data && <OrgFindings findings={data.findings} />}
      {units && (
        <Table
          caption={t('admin.tab.org')}
          columns={columns(units, names, mayEdit ? setOpen : undefined)}
          rows={treeRows(units)}
          rowKey={({ unit }) => unit.id}
        />
      )}
      {open && (
        <UnitDialog
          unit={open === 'new' ? undefined : open}
          units={units ?? []}
          onDone={done}
          onClose={() => setOpen(undefined)}
        />
      )}
    </AdminFrame>
  )
}

async function readOrganisation(): Promise<{ units: Unit[]; findings: OrgFinding[] }> {
  const [units, findings] = await Promise.all([orgUnits(), readOrgFindings()])
  return withNames({ units, findings }, () => units.map((unit) => unit.data.dpoPersonId))
}

function columns(units: readonly Unit[], names: Names, onEdit: ((unit: Unit) => void) | undefined): Column<UnitRow>[] {
  return [
    {
      id: 'name',
      label: t('admin.unit.name'),
      head: true,
      cell: ({ unit, depth }) => (
        <div class="fk-tree" data-depth={Math.min(depth, 5)}>
          {unit.data.name}
          {unit.data.backupBaseline && <p class="fk-small fk-dim">{baselineText(unit.data.backupBaseline)}</p>}
        </div>
      ),
    },
    { id: 'kind', label: t('admin.unit.kind'), cell: ({ unit }) => t(`admin.kind.${unit.data.kind}`) },
    {
      id: 'controller',
      label: t('admin.unit.controller'),
      hideOnPhone: true,
      cell: ({ unit }) => nearest(units, unit.id, 'board', 'company')?.data.name ?? '–',
    },
    {
      id: 'dpo',
      label: t('admin.unit.dpo'),
      phoneLabel: t('admin.unit.dpo'),
      cell: ({ unit }) => (unit.data.dpoPersonId ? names.person(unit.data.dpoPersonId) : '–'),
    },
    ...(onEdit
      ? [
          {
            id: 'edit',
            label: t('admin.action'),
            cell: ({ unit }: UnitRow) => (
              <button type="button" class="fk-linklike" onClick={() => onEdit(unit)}>
                {t('admin.edit')}
                <span class="ds-sr-only"> {unit.data.name}</span>
              </button>
            ),
          },
        ]
      : []),
  ]
}
