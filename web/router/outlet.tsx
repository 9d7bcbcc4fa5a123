import type { FunctionComponent } from 'preact'
import { exec, useLocation } from 'preact-iso/router'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { retry } from '../loading/retry.ts'
import { Failure } from '../shell/failure.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { loadTexts } from '../text/text.ts'
import { wantFocus } from './focus.ts'
import type { Page, PageProps } from './page.ts'
import { placeScroll } from './scroll.ts'
import { loadSheets } from './sheets.ts'

interface Shown {
  page: Page
  component: FunctionComponent<PageProps>
}

/**
 * Shows the page of the present address. The former page stays until the next one is ready, so nothing jumps; a new
 * record (`ny`) that is given its id while it is written is the same page.
 */
export function Outlet({ pages }: { pages: readonly Page[] }) {
  const { path, query } = useLocation()
  const [shown, setShown] = useState<Shown>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  const first = useRef(true)
  const isNew = useRef(false)
  const drawn = useRef<PageProps & { address: string }>({ address: '', params: {}, query: {} })
  const match = find(pages, path)
  const address = `${path}${JSON.stringify(query)}`
  const isShown = match !== undefined && shown?.page === match.page
  const { params } = drawn.current
  // The page of the present address is drawn at once with what has changed in it; the one that is left stays as it was.
  if (isShown && drawn.current.address !== address) drawn.current = { address, params: match.params, query }
  useLayoutEffect(() => {
    if (!match) return undefined
    if (isShown) {
      setError(undefined)
      isNew.current = params['id'] !== match.params['id'] && params['id'] !== 'ny'
      if (isNew.current) wantFocus()
      return undefined
    }
    let current = true
    const { page } = match
    Promise.all([page.load(), loadTexts(page.topics), loadSheets(page.sheets)]).then(
      ([component]) => {
        if (!current) return
        if (!first.current) wantFocus()
        first.current = false
        setError(undefined)
        isNew.current = true
        setShown({ page, component })
      },
      (reason: unknown) => current && setError(reason),
    )
    return () => {
      current = false
    }
  }, [address, attempt])
  useEffect(() => {
    if (isShown) placeScroll(isNew.current)
  }, [isShown && address])
  if (error) return <Failure error={error} onRetry={() => retry(error, () => setAttempt(attempt + 1))} />
  if (!match) return <NotFound />
  if (!shown) return <main id="innehall" tabIndex={-1} aria-busy="true" />
  const Shown = shown.component
  return <Shown key={shown.page.path} params={drawn.current.params} query={drawn.current.query} />
}

function find(pages: readonly Page[], path: string): { page: Page; params: { [name: string]: string } } | undefined {
  for (const page of pages) {
    const found = exec(path, page.path) as { params: { [name: string]: string } } | undefined
    if (found) return { page, params: { ...found.params } }
  }
  return undefined
}
