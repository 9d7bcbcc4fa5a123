const places = new Map<string, number>()
const patienceMs = 3000
let shown = ''
let isBack = false

/** Begins to remember how far down each address was read, so that going back leads to the same place; the browser does so at a reload. */
export function watchScroll(): void {
  // Its own attempt comes before the rows are there, and would look like somebody who scrolls.
  history.scrollRestoration = 'manual'
  addEventListener('pagehide', () => (history.scrollRestoration = 'auto'))
  addEventListener('scroll', () => shown === address() && places.set(shown, scrollY), { passive: true })
  addEventListener('popstate', () => (isBack = true))
}

/** Called when the page of the present address is drawn: at the top, or where one left it when one has gone back to it. */
export function placeScroll(isNew: boolean): void {
  const y = isBack ? (places.get(address()) ?? 0) : 0
  const goesBack = isBack
  shown = address()
  isBack = false
  if (goesBack) scrollWhenTall(y, Date.now() + patienceMs)
  else if (isNew && !location.hash) scrollTo(0, 0)
}

/** Once it is not the one whose page is drawn, what scrolls is the next page taking its place. */
function address(): string {
  return location.pathname + location.search
}

/** Rows may still be on their way; whoever scrolls meanwhile is left alone. */
function scrollWhenTall(y: number, until: number): void {
  const start = scrollY
  const attempt = (): void => {
    if (scrollY !== start) return
    if (document.documentElement.scrollHeight - innerHeight >= y) scrollTo(0, y)
    else if (Date.now() < until) requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}
