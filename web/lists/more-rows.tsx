import type { ComponentChildren, JSX } from 'preact'
import { t } from '../text/text.ts'
import { pageSize, type View } from './view.ts'

interface Props<V extends View> {
  view: V
  onChange: (view: V, replace: boolean) => void
  children?: ComponentChildren
}

/** A button for the next fifty rows. */
export function MoreRows<V extends View>({ view, onChange, children }: Props<V>): JSX.Element {
  return (
    <div class="fk-more">
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        onClick={() => onChange({ ...view, show: view.show + pageSize }, true)}
      >
        {t('lists.more', { count: pageSize })}
      </button>
      {children}
    </div>
  )
}
