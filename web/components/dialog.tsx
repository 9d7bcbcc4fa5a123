import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface Props {
  heading: string
  children?: ComponentChildren
  actions: ComponentChildren
  onClose: () => void
  /** Enter in a field, or a submit button among the actions. */
  onSubmit?: () => void
}

/** A question over the page: focus goes in, Escape closes, and focus returns to what opened it. */
export function Dialog({ heading, children, actions, onClose, onSubmit }: Props): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useEffect(() => {
    const opener = document.activeElement
    ref.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class="ds-dialog fk-dialog"
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form
        class="fk-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
          requestAnimationFrame(() =>
            ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus(),
          )
        }}
      >
        <h2 class="fk-h2" id={headingId}>
          {heading}
        </h2>
        {children}
        <div class="fk-row">{actions}</div>
      </form>
    </dialog>
  )
}
