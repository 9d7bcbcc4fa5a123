import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Menu } from '../components/menu.tsx'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { FilterChecks } from './filter-checks.tsx'
import type { ListSpec, View } from './view.ts'

interface Props<F extends string, C extends string> {
  spec: ListSpec<F, C>
  view: View<F, C>
  /** How many rows there are, in words. */
  count: ComponentChildren
  onChange: (view: View<F, C>) => void
  /** What else can be done with this view. */
  children?: ComponentChildren
}

/** How many rows are shown, which columns, and a link to exactly this view. Needs the topic `lists`. */
export function ListTools<F extends string, C extends string>(props: Props<F, C>): JSX.Element {
  const { spec, view, count, onChange, children } = props
  return (
    <div class="fk-tools">
      <p role="status">{count}</p>
      <div class="fk-row fk-tight">
        <Menu label={t('lists.columns', { count: view.columns.length, all: spec.columns.length })} icon="columns">
          <h2 class="fk-h3">{t('lists.columnsHeading')}</h2>
          <p class="fk-small fk-dim fk-mb-s">{t('lists.columnsHelp')}</p>
          <FilterChecks
            label={t('lists.columnsHeading')}
            options={spec.columns
              .filter((name) => name !== 'name')
              .map((value) => ({ value, label: t(`${spec.words}.column.${value}`) }))}
            values={view.columns}
            onChange={(chosen) => onChange({ ...view, columns: inOrder(spec, chosen) })}
          />
          <p class="fk-mt-s">
            <button
              type="button"
              class="fk-linklike fk-small"
              onClick={() => onChange({ ...view, columns: spec.usual })}
            >
              {t('lists.columnsReset')}
            </button>
          </p>
        </Menu>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => void copyAddress()}>
          <Icon name="link" />
          {t('lists.copyLink')}
        </button>
        {children}
      </div>
    </div>
  )
}

function inOrder<F extends string, C extends string>(spec: ListSpec<F, C>, chosen: readonly string[]): C[] {
  return spec.columns.filter((name) => name === 'name' || chosen.includes(name))
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    announce(t('lists.copied'))
  } catch {
    announce(t('lists.notCopied'))
  }
}
