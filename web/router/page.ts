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
}

/** A line of the table of addresses. */
export function page(path: string, topics: readonly Topic[], load: Page['load']): Page {
  return { path, topics, load }
}
