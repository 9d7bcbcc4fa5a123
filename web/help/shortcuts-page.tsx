import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { setShortcuts, shortcutsOn } from '../shell/shortcuts.ts'
import { t } from '../text/text.ts'
import { Article } from './article.tsx'

const keys = ['/', 'J', 'K', 'Esc'] as const

/** The single keys, and the switch that turns them off (WCAG 2.1.4). */
export function ShortcutsPage(): JSX.Element {
  const [on, setOn] = useState(shortcutsOn())
  const id = useId()
  return (
    <Article page="shortcuts">
      <>
        <dl class="fk-ans fk-mt">
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <kbd class="fk-key" data-always>
                  {key}
                </kbd>
              </dt>
              <dd>{t(`help.shortcuts.key.${key === '/' ? 'slash' : key}`)}</dd>
            </div>
          ))}
        </dl>
        <div class="ds-field fk-mt">
          <input
            class="ds-input"
            type="checkbox"
            id={id}
            checked={on}
            onChange={(event) => {
              setShortcuts(event.currentTarget.checked)
              setOn(event.currentTarget.checked)
            }}
          />
          <label class="ds-label" data-weight="regular" for={id}>
            {t('help.shortcuts.switch')}
          </label>
        </div>
      </>
    </Article>
  )
}
