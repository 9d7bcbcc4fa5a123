import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

interface Props {
  label: ComponentChildren
  icon?: IconName
  variant?: 'secondary' | 'tertiary' | 'chip'
  small?: boolean
  /** Opens upwards, as from a bar at the foot of the page. */
  up?: boolean
  start?: boolean
  children: ComponentChildren
}

/** A button that unfolds a panel; Escape, a press outside or a choice from its list folds it again. */
export function Menu({ label, icon, variant = 'tertiary', small, up, start, children }: Props): JSX.Element {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event): void => {
      const menu = ref.current
      if (!menu?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        menu.querySelector('summary')?.focus()
      } else if (menu.contains(event.target as Node)) return
      menu.open = false
    }
    document.addEventListener('keydown', close)
    document.addEventListener('click', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('click', close)
    }
  }, [])
  const isChip = variant === 'chip'
  return (
    <details ref={ref} class="fk-pop" data-up={up ? '' : undefined} data-start={start ? '' : undefined}>
      <summary
        class={isChip ? 'ds-chip' : `ds-button${small ? ' fk-btn-s' : ''}`}
        data-variant={isChip ? undefined : variant}
        data-add={isChip ? '' : undefined}
      >
        {icon && <Icon name={icon} />}
        {label}
        {!icon && <Icon name="down" />}
      </summary>
      <div
        role="presentation"
        onClick={(event) => {
          if (!(event.target as HTMLElement).closest('.fk-menulist')) return
          ref.current?.querySelector('summary')?.focus()
          if (ref.current) ref.current.open = false
        }}
      >
        {children}
      </div>
    </details>
  )
}
