import type { FunctionComponent } from 'preact'
import type { Topic } from '../text/topics.ts'

export interface PageProps {
  params: { [name: string]: string }
  query: { [name: string]: string }
}

/** One address with what must be there before it can be shown. */
export interface Page {
  path: string
  topics: readonly Topic[]
  load: () => Promise<FunctionComponent<PageProps>>
  /** It needs the style sheet of those who work here all day: graphs, bulk bars, imports. */
  work?: boolean
}

/** A line of the table of addresses. */
export function page(path: string, topics: readonly Topic[], load: Page['load']): Page {
  return { path, topics, load }
}

/** A page that has the style sheet `work` as well. */
export function workPage(path: string, topics: readonly Topic[], load: Page['load']): Page {
  return { path, topics, load, work: true }
}
