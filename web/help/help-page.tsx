import type { JSX } from 'preact'
import { Article } from './article.tsx'

/** What the service is for and how the usual things are done. */
export function HelpPage(): JSX.Element {
  return <Article page="about" />
}
