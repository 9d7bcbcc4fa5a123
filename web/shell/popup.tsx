import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useEffect, useRef, useState } from 'preact/hooks'

interface PopupProps {
  label: ComponentChildren
  /** What the button is called when its label is only a picture. */
  name?: string
  class?: string
  children: ComponentChildren
}

/** A button that shows and hides a panel; Escape, another page or a press elsewhere closes it. */
export function Popup({ label, name, class: className, children }: PopupProps) {
  const [open, setOpen] = useState(false)
  const { path } = useLocation()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (!open) return undefined
    const onDown = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('focusin', onDown)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('focusin', onDown)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  return (
    <div class="fk-menu-root" ref={root}>
      <button
        ref={button}
        type="button"
        class={className}
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <div class="fk-menu-panel">{children}</div>}
    </div>
  )
}
