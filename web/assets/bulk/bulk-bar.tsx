import type { JSX } from 'preact'
import { Icon } from '../../components/icon.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { useSession } from '../../shell/session.ts'
import { t } from '../../text/text.ts'
import { kindsKeptBy } from '../asset.ts'
import { countWord, type Count } from '../list/count.ts'
import type { Chosen } from './use-chosen.ts'

interface Props {
  chosen: Chosen
  matching: Count | undefined
  onChange: (change: string) => void
}

const moves = ['store', 'takeOutOfService', 'phaseOut', 'decommission'] as const

/** How many are chosen, and what can be done with them all at once. */
export function BulkBar({ chosen, matching, onChange }: Props): JSX.Element {
  const keeps = kindsKeptBy(useSession()).length > 0
  const all = matching && countWord(matching)
  return (
    <div class="fk-bulk" role="region" aria-label={t('assets.bulk.region')}>
      <b>
        {chosen.all && all
          ? t('assets.bulk.allChosen', { count: all })
          : t('assets.bulk.chosen', { count: chosen.count })}
      </b>
      {!chosen.all && all ? (
        <button type="button" class="fk-linklike" onClick={chosen.chooseAll}>
          {t('assets.bulk.chooseAll', { count: all })}
        </button>
      ) : (
        <span class="fk-linklike" />
      )}
      {keeps && (
        <>
          {(['unit', 'responsible', 'verified'] as const).map((change) => (
            <button
              key={change}
              type="button"
              class="ds-button"
              data-variant="secondary"
              onClick={() => onChange(change)}
            >
              {t(`assets.bulk.button.${change}`)}
            </button>
          ))}
          <Menu label={t('assets.bulk.button.state')} variant="secondary">
            <MenuList
              items={moves.map((move) => ({ label: t(`assets.bulk.button.${move}`), onSelect: () => onChange(move) }))}
            />
          </Menu>
        </>
      )}
      {!chosen.all && (
        <a class="ds-button" data-variant="secondary" href={`/tillgangar/etiketter?id=${chosen.ids.join(',')}`}>
          <Icon name="print" />
          {t('assets.bulk.button.labels')}
        </a>
      )}
      <button type="button" class="ds-button" data-variant="tertiary" onClick={chosen.clear}>
        <Icon name="x" />
        {t('assets.bulk.button.clear')}
      </button>
    </div>
  )
}
