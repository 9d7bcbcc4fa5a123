import { elementId } from '../notification/pointer.ts'

/** Moves focus to the control that answers for a pointer, or to the nearest one that holds it. */
export function focusAt(pointer: string): void {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = document.getElementById(elementId(at))
    if (!place) continue
    for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
    const control = place.matches('input, select, textarea')
      ? place
      : place.querySelector<HTMLElement>('input, select, textarea')
    const target = control ?? place
    target.focus()
    target.scrollIntoView({ block: 'center' })
    return
  }
}
