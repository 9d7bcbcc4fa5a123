import type { FunctionComponent } from 'preact'
import type { Topic } from '../text/topics.ts'
import type { Sheet } from './sheets.ts'

export interface PageProps {
  params: { [name: string]: string }
  query: { [name: string]: string }
}

/** One address with what must be there before it can be shown. */
export interface Page {
  path: string
  topics: readonly Topic[]
  load: () => Promise<FunctionComponent<PageProps>>
  /** The style sheets that it needs besides the common one. */
  sheets: readonly Sheet[]
}

/** A line of the table of addresses. */
export function page(path: string, topics: readonly Topic[], load: Page['load'], sheets: readonly Sheet[] = []): Page {
  return { path, topics, load, sheets }
}

/** A page of lists, tables and figures. */
export function listPage(path: string, topics: readonly Topic[], load: Page['load']): Page {
  return page(path, topics, load, ['tables', 'lists'])
}

/** A page of one record, with its tabs, findings, picture of neighbours and history. */
export function recordPage(path: string, topics: readonly Topic[], load: Page['load']): Page {
  return page(path, topics, load, ['records'])
}
