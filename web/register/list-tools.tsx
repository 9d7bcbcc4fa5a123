import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Menu } from '../components/menu.tsx'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { FilterChecks } from './filter-checks.tsx'
import { columnNames, defaultColumns, type ColumnName, type View } from './view.ts'

interface Props {
  view: View
  shown: number | undefined
  more: boolean
  onChange: (view: View) => void
}

/** How many rows are shown, which columns, and a link to exactly this view. */
export function ListTools({ view, shown, more, onChange }: Props): JSX.Element {
  return (
    <div class="fk-tools">
      <p role="status">
        {shown === undefined ? '\u00a0' : t(more ? 'register.first' : 'register.count', { count: shown })}
      </p>
      <div class="fk-row fk-tight">
        <Menu label={t('register.columns', { count: view.columns.length, all: columnNames.length })} icon="columns">
          <h2 class="fk-h3">{t('register.columnsHeading')}</h2>
          <p class="fk-small fk-dim fk-mb-s">{t('register.columnsHelp')}</p>
          <FilterChecks
            label={t('register.columnsHeading')}
            options={columnNames
              .filter((name) => name !== 'name')
              .map((value) => ({ value, label: t(`register.column.${value}`) }))}
            values={view.columns}
            onChange={(chosen) => onChange({ ...view, columns: inOrder(chosen) })}
          />
          <p class="fk-mt-s">
            <button
              type="button"
              class="fk-linklike fk-small"
              onClick={() => onChange({ ...view, columns: defaultColumns })}
            >
              {t('register.columnsReset')}
            </button>
          </p>
        </Menu>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => void copyAddress()}>
          <Icon name="link" />
          {t('register.copyLink')}
        </button>
      </div>
    </div>
  )
}

function inOrder(chosen: readonly string[]): ColumnName[] {
  return columnNames.filter((name) => name === 'name' || chosen.includes(name))
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    announce(t('register.copied'))
  } catch {
    announce(t('register.notCopied'))
  }
}
