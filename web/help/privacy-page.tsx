import type { JSX } from 'preact'
import { Article } from './article.tsx'

/** What the service itself does with the data of those who use it. */
export function PrivacyPage(): JSX.Element {
  return <Article page="privacy" />
}
