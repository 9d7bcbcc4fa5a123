let wanted = false

/** Notes that the reader has asked for another page, so that its heading takes focus once it is there. */
export function wantFocus(): void {
  wanted = true
}

/** Moves focus to the page's heading, once for each navigation. */
export function giveFocus(): void {
  if (!wanted) return
  const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!target) return
  wanted = false
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1')
  target.focus({ preventScroll: true })
}
